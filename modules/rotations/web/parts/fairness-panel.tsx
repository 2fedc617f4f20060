import { Panel, useNameOf, usePhrases } from '@dualtrack/ui';
import type { PlanDetail } from '../../contract.ts';
import { useListOf } from './use-list-of.ts';

/** How far each student is from the own best, whose wishes are unmet, and who counts more for an earlier round. */
export function FairnessPanel(props: { readonly plan: PlanDetail }) {
  const { plan } = props;
  const t = usePhrases('rotations');
  const listOf = useListOf();
  const nameOf = useNameOf();
  const known = plan.learners.flatMap(({ score, ideal, ...one }) =>
    score === null || ideal === null ? [] : [{ ...one, score, ideal, lost: ideal - score }],
  );
  if (known.length === 0) return null;
  // Who has the own best is counted, not drawn: thirty equal bars say nothing.
  const rows = known.filter((one) => one.lost > 1e-6).sort((left, right) => right.lost - left.lost);
  const content = known.length - rows.length;
  const most = Math.max(1, ...known.map((one) => one.ideal));
  const [worst] = rows;
  const owed = plan.learners.filter((one) => one.isOwed).map((one) => one.studentName);
  const unmet = plan.learners.filter((one) => one.unmetWishes.length > 0);
  const round = (value: number) => Math.round(value * 10) / 10;
  return (
    <Panel title={t('fair.title')}>
      <p className="dt-quiet">{t('fair.note')}</p>
      <p>
        {worst === undefined
          ? t('fair.equal')
          : t('fair.worst', { name: worst.studentName, lost: round(worst.lost) })}
      </p>
      {owed.length === 0 ? null : <p>{t('fair.owed', { names: listOf(owed) })}</p>}
      <ul className="ro-list">
        {unmet.map((one) => (
          <li key={one.placementId}>
            {t('fair.wishes', { name: one.studentName, units: listOf(one.unmetWishes.map(nameOf)) })}
          </li>
        ))}
      </ul>
      {plan.electives > 0 && unmet.length === 0 ? <p className="dt-quiet">{t('fair.noWishes')}</p> : null}
      <ul className="ro-bars" aria-label={t('fair.title')}>
        {rows.map((one) => (
          <li key={one.placementId}>
            <span>{one.studentName}</span>
            <span className="ro-bar" aria-hidden="true">
              <span
                className="ro-bar-ideal"
                style={{ inlineSize: `${(100 * Math.max(0, one.ideal)) / most}%` }}
              />
              <span
                className="ro-bar-score"
                style={{ inlineSize: `${(100 * Math.max(0, one.score)) / most}%` }}
              />
            </span>
            <span className="ro-bar-words">
              {round(one.score)} / {round(one.ideal)}
            </span>
          </li>
        ))}
      </ul>
      {rows.length > 0 && content > 0 ? <p>{t('fair.rest', { count: content })}</p> : null}
      {rows.length === 0 ? null : (
        <p className="dt-quiet dt-small">
          <span className="ro-swatch ro-bar-score" /> {t('fair.score')}{' '}
          <span className="ro-swatch ro-bar-ideal" /> {t('fair.ideal')}
        </p>
      )}
    </Panel>
  );
}
