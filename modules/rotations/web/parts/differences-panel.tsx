import { DayRange, Panel, useNameOf, useOperation, usePhrases } from '@dualtrack/ui';
import { Select } from 'antd';
import { useState } from 'react';
import type { PlanDetail } from '../../contract.ts';
import { differencesOf } from '../../plan-difference.ts';
import { dayAfter } from '../../week.ts';
import { rotations } from '../client.ts';

type Block = PlanDetail['blocks'][number];

/** This plan against another of the class, the one it changes first: who moves from where to where. */
export function DifferencesPanel(props: { readonly plan: PlanDetail }) {
  const { plan } = props;
  const t = usePhrases('rotations');
  const found = useOperation('rotations.list', rotations.list, { classId: plan.classId, page: 1, size: 50 });
  const others = (found.data?.items ?? []).filter((one) => one.id !== plan.id && one.score !== null);
  const based = plan.basedOn;
  const [chosen, setChosen] = useState<string>();
  const otherId = chosen ?? based ?? undefined;
  const options = others.map((one) => ({ value: one.id, label: `${one.name} · ${t(`state.${one.state}`)}` }));
  if (options.length === 0 && based === null) return null;
  return (
    <Panel
      title={t('diff.title')}
      actions={
        <Select
          aria-label={t('diff.with')}
          placeholder={t('diff.with')}
          className="ro-other"
          value={options.some((one) => one.value === otherId) ? (otherId ?? null) : null}
          options={options}
          onChange={(value: string) => setChosen(value)}
        />
      }
    >
      {otherId === undefined ? (
        <p className="dt-quiet">{t('diff.with')}</p>
      ) : (
        <Differences plan={plan} otherId={otherId} />
      )}
    </Panel>
  );
}

function Differences(props: { readonly plan: PlanDetail; readonly otherId: string }) {
  const { plan, otherId } = props;
  const t = usePhrases('rotations');
  const found = useOperation('rotations.get', rotations.get, { planId: otherId });
  if (found.data === undefined) return null;
  const { same, changes } = differencesOf(found.data.blocks, plan.blocks);
  const people = new Set(changes.map((one) => (one.after ?? one.before)?.placementId)).size;
  const points = (score: number | null) => (score === null ? '–' : String(Math.round(score * 10) / 10));
  return (
    <>
      <p role="status">
        {changes.length === 0 ? t('diff.none') : t('diff.changed', { count: changes.length })}
        {changes.length === 0 ? null : ` · ${t('diff.people', { count: people })}`}
        {` · ${t('diff.same', { count: same })}`}
      </p>
      {/* What is kept counts in a change of a plan: its points are no measure for others. */}
      <p className="dt-quiet" hidden={plan.basedOn !== found.data.basedOn}>
        {t('diff.score', { here: points(plan.score), there: points(found.data.score) })}
      </p>
      {changes.length === 0 ? null : (
        <div className="ro-scroll">
          <table className="ro-table">
            <thead>
              <tr>
                <th>{t('chart.student')}</th>
                <th>{t('heads.unit')}</th>
                <th>{t('diff.was')}</th>
                <th>{t('diff.is')}</th>
              </tr>
            </thead>
            <tbody>
              {changes.map(({ before, after }) => (
                <ChangeRow key={(after ?? before)?.id} before={before} after={after} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

function ChangeRow(props: { readonly before: Block | undefined; readonly after: Block | undefined }) {
  const { before, after } = props;
  const nameOf = useNameOf();
  const block = after ?? before;
  if (block === undefined) return null;
  return (
    <tr>
      <td>{block.studentName}</td>
      <td>{nameOf({ name: block.unitName, nameEn: block.unitNameEn })}</td>
      <td>
        <Place block={before} />
      </td>
      <td>
        <Place block={after} />
      </td>
    </tr>
  );
}

function Place(props: { readonly block: Block | undefined }) {
  const { block } = props;
  const t = usePhrases('rotations');
  const nameOf = useNameOf();
  if (block === undefined) return <span className="dt-quiet">{t('diff.not')}</span>;
  return (
    <>
      <DayRange from={block.firstWeek} to={dayAfter(block.firstWeek, block.weeks * 7 - 1)} style="short" />
      <br />
      <span className="dt-quiet">
        {nameOf({ name: block.stationName, nameEn: block.stationNameEn })}
        {block.mentorName === '' ? '' : ` · ${block.mentorName}`}
      </span>
    </>
  );
}
