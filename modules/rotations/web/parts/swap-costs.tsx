import { useLanguage, useNameOf, useOperation, usePhrases, writeDay } from '@dualtrack/ui';
import type { PlanDetail } from '../../contract.ts';
import { rotations } from '../client.ts';

type Block = PlanDetail['blocks'][number];
const shown = 5;

/** What changing places with others of the same unit would cost whom, the best for both on top. */
export function SwapCosts(props: { readonly planId: string; readonly block: Block }) {
  const { planId, block } = props;
  const t = usePhrases('rotations');
  const nameOf = useNameOf();
  const { locale } = useLanguage();
  const found = useOperation('rotations.swaps', rotations.change.swaps, { planId, blockId: block.id });
  const items = found.data?.items ?? [];
  if (items.length === 0) return null;
  const possible = items.filter((one) => one.isPossible);
  const points = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero', maximumFractionDigits: 1 });
  return (
    <>
      <h3 className="ro-heading">{t('swap.title')}</h3>
      {possible.length === 0 ? <p className="dt-quiet">{t('swap.none')}</p> : null}
      <ul className="ro-list">
        {possible.slice(0, shown).map((one) => (
          <li key={one.otherId}>
            <span>
              {t('swap.with', {
                name: one.studentName,
                station: nameOf({ name: one.stationName, nameEn: one.stationNameEn }),
                day: writeDay(locale, one.firstWeek, 'short'),
              })}
            </span>
            <span className={one.own + one.theirs < 0 ? 'dt-quiet' : undefined}>
              {t('swap.points', {
                ...{ self: block.studentName, other: one.studentName },
                ...{ own: points.format(one.own), theirs: points.format(one.theirs) },
              })}
            </span>
          </li>
        ))}
      </ul>
      {items.length > possible.length ? (
        <p className="dt-quiet">{t('swap.impossible', { count: items.length - possible.length })}</p>
      ) : null}
    </>
  );
}
