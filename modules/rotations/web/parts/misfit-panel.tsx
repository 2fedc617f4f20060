import { PageLink, Panel, usePhrases } from '@dualtrack/ui';
import { Button } from 'antd';
import { useState } from 'react';
import type { PlanDetail } from '../../contract.ts';
import { daysBetween } from '../../week.ts';
import { MendLinks } from './mend-links.tsx';
import { usePlanWords } from './use-plan-words.ts';
import { useWeekSpan } from './use-week-span.ts';

const shownFirst = 12;

/** Where a plan no longer fits students, workstations and mentors as they are now, and what to do about it. */
export function MisfitPanel(props: { readonly plan: PlanDetail }) {
  const { plan } = props;
  const t = usePhrases('rotation-changes');
  const spanOf = useWeekSpan();
  const words = usePlanWords(plan);
  const [isAll, setAll] = useState(false);
  const lines = linesOf(plan.misfits);
  if (plan.overtakenBy !== null) return <Overtaken by={plan.overtakenBy} />;
  if (lines.length === 0) return null;
  const isPublished = plan.state === 'published';
  return (
    <Panel title={t('misfit.title')} count={lines.length}>
      <p className="ro-warn">{t(isPublished ? 'misfit.published' : 'misfit.note')}</p>
      <ul className="ro-why">
        {(isAll ? lines : lines.slice(0, shownFirst)).map(({ code, name, unitId, from, to, ...numbers }) => (
          <li key={`${code} ${name} ${unitId} ${from}`}>
            {t(`misfit.${code}`, {
              ...{ name, unit: words.unit(unitId), ...numbers },
              span: spanOf(from, to),
            })}
          </li>
        ))}
      </ul>
      {isAll || lines.length <= shownFirst ? null : (
        <Button size="small" onClick={() => setAll(true)}>
          {t('misfit.all', { count: lines.length })}
        </Button>
      )}
      {plan.heldUntil === null || isPublished ? null : <p className="dt-quiet">{t('misfit.begun')}</p>}
      <span className="ro-row">
        <MendLinks plan={plan} places={['base']} />
      </span>
    </Panel>
  );
}

/** The change was begun from a plan that is no longer the published one. */
function Overtaken(props: { readonly by: string }) {
  const t = usePhrases('rotation-changes');
  return (
    <Panel title={t('stale.title')}>
      <p className="ro-warn">{t('stale.note')}</p>
      <PageLink to={`/rotations/${props.by}`}>{t('stale.open')}</PageLink>
    </Panel>
  );
}

type Misfit = PlanDetail['misfits'][number];
type Line = Omit<Misfit, 'week'> & { from: string; to: string };

/** The same of weeks that follow each other is one line. */
function linesOf(misfits: readonly Misfit[]): Line[] {
  const lines: Line[] = [];
  for (const { week, ...misfit } of misfits) {
    const same = lines.findLast(
      (one) => one.code === misfit.code && one.name === misfit.name && one.unitId === misfit.unitId,
    );
    const isNext = same !== undefined && daysBetween(same.to, week) === 7;
    if (isNext && same.heads === misfit.heads && same.places === misfit.places) same.to = week;
    else lines.push({ ...misfit, from: week, to: week });
  }
  return lines;
}
