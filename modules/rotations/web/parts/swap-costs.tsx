import { useLanguage, useNameOf, useOperation, usePhrases, WhyNotButton, writeDay } from '@dualtrack/ui';
import { flawsOfSwap } from '../../check-move.ts';
import type { PlanDetail } from '../../contract.ts';
import { rotations } from '../client.ts';
import { useFlawWords } from './use-flaw-words.ts';
import type { HandWork } from './use-hand-work.ts';
import { useListOf } from './use-list-of.ts';

type Block = PlanDetail['blocks'][number];
const shown = 5;

/** What changing places with others of the same unit would cost whom, the best for both on top, each with its button. */
export function SwapCosts(props: {
  readonly plan: PlanDetail;
  readonly block: Block;
  readonly hand: HandWork | undefined;
}) {
  const { plan, block, hand } = props;
  const t = usePhrases('rotations');
  const nameOf = useNameOf();
  const { locale } = useLanguage();
  const found = useOperation('rotations.swaps', rotations.change.swaps, {
    planId: plan.id,
    blockId: block.id,
  });
  const items = found.data?.items ?? [];
  if (items.length === 0) return null;
  const possible = items.filter((one) => one.isPossible);
  const change = (name: string, by: number) => {
    const count = Math.round(Math.abs(by) * 10) / 10;
    if (Math.abs(by) < 0.05) return t('swap.same', { name });
    return by > 0 ? t('swap.gains', { name, count }) : t('swap.loses', { name, count });
  };
  return (
    <>
      <h3 className="ro-heading">{t('swap.title')}</h3>
      {possible.length === 0 ? <p className="dt-quiet">{t('swap.none')}</p> : null}
      <ul className="ro-list ro-swaps">
        {possible.slice(0, shown).map((one) => {
          const other = plan.blocks.find((each) => each.id === one.otherId);
          return (
            <li key={one.otherId}>
              <span>
                {t('swap.with', {
                  name: one.studentName,
                  station: nameOf({ name: one.stationName, nameEn: one.stationNameEn }),
                  day: writeDay(locale, one.firstWeek, 'short'),
                })}
                <span className="dt-quiet ro-line">
                  {change(block.studentName, one.own)}
                  {t('swap.and')}
                  {change(one.studentName, one.theirs)}
                </span>
              </span>
              {hand === undefined || other === undefined ? null : (
                <WhyNotButton size="small" loading={hand.isBusy} onClick={() => hand.swap(block, other)}>
                  {t('move.swap')}
                </WhyNotButton>
              )}
            </li>
          );
        })}
      </ul>
      {plan.basedOn === null || possible.length === 0 ? null : (
        <p className="dt-quiet dt-small">{t('swap.keep')}</p>
      )}
      {items.length > possible.length ? (
        <Impossible
          plan={plan}
          block={block}
          others={items.filter((one) => !one.isPossible).map((one) => one.otherId)}
        />
      ) : null}
    </>
  );
}

/** Who cannot change places, gathered by what speaks against it. */
function Impossible(props: {
  readonly plan: PlanDetail;
  readonly block: Block;
  readonly others: readonly string[];
}) {
  const { plan, block, others } = props;
  const t = usePhrases('rotations');
  const listOf = useListOf();
  const words = useFlawWords();
  const byFlaw = new Map<string, string[]>();
  for (const id of others) {
    const other = plan.blocks.find((one) => one.id === id);
    if (other === undefined) continue;
    const flaw = words(flawsOfSwap(plan, block, other).slice(0, 1)) ?? t('swap.ownRules');
    byFlaw.set(flaw, [...(byFlaw.get(flaw) ?? []), other.studentName]);
  }
  return (
    <details>
      <summary className="dt-quiet">{t('swap.impossible', { count: others.length })}</summary>
      <ul className="ro-why">
        {[...byFlaw]
          .sort(([, left], [, right]) => right.length - left.length)
          .map(([flaw, names]) => (
            <li key={flaw}>{t('swap.because', { flaw, names: listOf(names) })}</li>
          ))}
      </ul>
    </details>
  );
}
