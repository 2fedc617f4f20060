import { PageLink, Panel, useNameOf, usePhrases } from '@dualtrack/ui';
import type { PlanDetail } from '../../contract.ts';
import { type Shortfall, shortfalls } from '../../shortfall.ts';
import { useListOf } from './use-list-of.ts';

/** How far each student is from the own best and why, whose wishes are unmet, and who counts more for an earlier round. */
export function FairnessPanel(props: { readonly plan: PlanDetail }) {
  const { plan } = props;
  const t = usePhrases('rotations');
  const listOf = useListOf();
  const known = plan.learners.filter((one) => one.score !== null && one.ideal !== null).length;
  if (known === 0) return null;
  if (plan.basedOn !== null) {
    return (
      <Panel title={t('fair.title')}>
        <p className="dt-quiet">{t('fair.revision')}</p>
        <p>
          <PageLink to={`/rotations/${plan.basedOn}`}>{t('fair.before')}</PageLink>
        </p>
        <UnmetWishes plan={plan} />
      </Panel>
    );
  }
  // Who has the own best is counted, not drawn: thirty equal bars say nothing.
  const rows = shortfalls(plan);
  const content = known - rows.length;
  const [worst] = rows;
  const most = worst?.lost ?? 1;
  const owed = plan.learners.filter((one) => one.isOwed).map((one) => one.studentName);
  return (
    <Panel title={t('fair.title')}>
      <p className="dt-quiet">{t('fair.note')}</p>
      <p>
        {worst === undefined
          ? t('fair.equal')
          : t('fair.worst', { name: worst.studentName, lost: rounded(worst.lost) })}{' '}
        {rows.length > 0 && content > 0 ? t('fair.rest', { count: content }) : null}
      </p>
      {owed.length === 0 ? null : <p>{t('fair.owed', { names: listOf(owed) })}</p>}
      <UnmetWishes plan={plan} />
      <Bars rows={rows.slice(0, shown)} most={most} />
      {rows.length > shown ? (
        <details>
          <summary>{t('fair.more', { count: rows.length - shown })}</summary>
          <Bars rows={rows.slice(shown)} most={most} />
        </details>
      ) : null}
      {rows.length === 0 ? null : <p className="dt-quiet dt-small">{t('why.points')}</p>}
    </Panel>
  );
}

/** Rows that are seen without asking for more. */
const shown = 10;

/** Wishes without room, unit by unit. */
function UnmetWishes(props: { readonly plan: PlanDetail }) {
  const { plan } = props;
  const t = usePhrases('rotations');
  const listOf = useListOf();
  const nameOf = useNameOf();
  const unmet = plan.learners.flatMap((one) =>
    one.unmetWishes.map((unit) => ({ unit, name: one.studentName })),
  );
  if (unmet.length === 0) {
    return plan.electives > 0 ? <p className="dt-quiet">{t('fair.noWishes')}</p> : null;
  }
  const byUnit = Map.groupBy(unmet, ({ unit }) => nameOf(unit));
  return (
    <ul className="ro-why">
      {[...byUnit].map(([units, wishes]) => (
        <li key={units}>
          {t('fair.wishes', { units, count: wishes.length, names: listOf(wishes.map(({ name }) => name)) })}
        </li>
      ))}
    </ul>
  );
}

function Bars(props: { readonly rows: readonly Shortfall[]; readonly most: number }) {
  const t = usePhrases('rotations');
  const causes = useCauses();
  return (
    <ul className="ro-bars" aria-label={t('fair.bar')}>
      {props.rows.map((one) => (
        <li key={one.placementId}>
          <b>{one.studentName}</b>
          <span className="ro-bar" aria-hidden="true">
            <span className="ro-bar-lost" style={{ inlineSize: `${(100 * one.lost) / props.most}%` }} />
          </span>
          <span className="ro-bar-words">
            {t('fair.short', { lost: rounded(one.lost), ideal: rounded(one.ideal) })}
          </span>
          <span className="ro-bar-causes dt-quiet">{causes(one)}</span>
        </li>
      ))}
    </ul>
  );
}

/** What a programme has of what costs points, in words. */
function useCauses(): (one: Shortfall) => string {
  const t = usePhrases('rotations');
  const listOf = useListOf();
  const nameOf = useNameOf();
  return ({ idle, siteChanges, elsewhere, unmetWishes }) => {
    const parts = [
      idle === 0 ? '' : t('fair.idle', { count: idle }),
      siteChanges === 0 ? '' : t('fair.sites', { count: siteChanges }),
      elsewhere.length === 0 ? '' : t('fair.elsewhere', { units: listOf(elsewhere.map(nameOf)) }),
      unmetWishes.length === 0 ? '' : t('fair.unwished', { units: listOf(unmetWishes.map(nameOf)) }),
    ].filter((part) => part !== '');
    return parts.length === 0 ? t('fair.later') : parts.join(t('swap.and'));
  };
}

function rounded(points: number): number {
  return Math.round(points * 10) / 10;
}
