import { Loading, Panel, RunProgress, useOperation, usePhrases, useWrite, WhyNotButton } from '@dualtrack/ui';
import { Select } from 'antd';
import { useState } from 'react';
import type { PlanDetail } from '../../contract.ts';
import type { CurvePoint } from '../../gap-curve.ts';
import { rotations, runs } from '../client.ts';
import { ElectivesField } from './electives-field.tsx';
import { GapCurve } from './gap-curve.tsx';
import { useWhyNot } from './use-why-not.ts';

const budgets = [20, 60, 120] as const;

/** Starts the search and follows it while it runs. */
export function SearchPanel(props: { readonly plan: PlanDetail }) {
  const { plan } = props;
  const t = usePhrases('rotations');
  const whyNot = useWhyNot();
  const [seconds, setSeconds] = useState<number>(20);
  const solve = useWrite(rotations.solve, { invalidates: ['rotations'] });
  if (plan.state === 'solving' && plan.runId !== null) {
    return (
      <Panel title={t('search.title')}>
        <Running planId={plan.id} runId={plan.runId} />
      </Panel>
    );
  }
  if (plan.state === 'published' || plan.state === 'superseded') return null;
  const pinned = plan.blocks.filter((block) => block.isPinned).length;
  return (
    <Panel title={t('search.title')}>
      <p className="dt-quiet">{t('search.note')}</p>
      <ElectivesField plan={plan} />
      <div className="ro-row">
        <Select
          aria-label={t('search.time')}
          value={seconds}
          options={budgets.map((value) => ({ value, label: t('search.seconds', { count: value }) }))}
          onChange={setSeconds}
        />
        <WhyNotButton
          type={plan.blocks.length === 0 ? 'primary' : 'default'}
          whyNot={whyNot(plan.abilities.solve) ?? (plan.faults.length > 0 ? t('whynot.faults') : undefined)}
          loading={solve.isPending}
          onClick={() => solve.mutate({ planId: plan.id, seconds })}
        >
          {plan.blocks.length === 0 ? t('search.do') : t('search.again')}
        </WhyNotButton>
        {pinned === 0 ? null : <span className="dt-quiet">{t('search.pinned', { count: pinned })}</span>}
      </div>
      {plan.curve.length > 1 ? (
        <>
          <h3 className="ro-sub">{t('search.last')}</h3>
          <GapCurve curve={plan.curve} until={plan.curve.at(-1)?.seconds ?? 0} />
        </>
      ) : null}
    </Panel>
  );
}

function Running(props: { readonly planId: string; readonly runId: string }) {
  const t = usePhrases('rotations');
  const run = useOperation('rotations.run', runs.get, { runId: props.runId }, { every: 1_000 });
  // The same read as the page's: the plan appears there as soon as the search has kept its result.
  useOperation('rotations.get', rotations.get, { planId: props.planId }, { every: 1_500 });
  const cancel = useWrite(runs.cancel, { invalidates: ['rotations'] });
  if (run.data === undefined) return <Loading />;
  const { state, doneSteps, totalSteps, note, problem } = run.data;
  const gap = note?.gap;
  const words =
    state === 'cancelled'
      ? t('search.stopping')
      : typeof gap === 'number'
        ? t('search.gap', { percent: Math.ceil(gap * 1_000) / 10 })
        : note?.score == null
          ? t('search.first')
          : t('search.bound');
  const failure =
    problem === null
      ? undefined
      : { status: 500, code: problem.code, title: '', params: problem.params, errors: [] };
  return (
    <>
      <RunProgress
        state={state}
        done={doneSteps}
        total={totalSteps}
        note={words}
        problem={failure}
        onCancel={() => cancel.mutate({ runId: props.runId })}
      />
      <GapCurve curve={curveOf(note?.curve)} until={typeof note?.elapsed === 'number' ? note.elapsed : 0} />
    </>
  );
}

/** The course that the running search noted; a note of another shape is none. */
function curveOf(noted: unknown): CurvePoint[] {
  if (!Array.isArray(noted)) return [];
  const number = (value: unknown) => (typeof value === 'number' ? value : null);
  return noted.flatMap(({ seconds, score, bound }: Record<string, unknown>) =>
    typeof seconds === 'number' ? [{ seconds, score: number(score), bound: number(bound) }] : [],
  );
}
