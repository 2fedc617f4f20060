import { useLanguage, useNameOf, usePhrases, writeDay } from '@dualtrack/ui';
import type { BlockReason } from '../../block-reason.ts';
import { useListOf } from './use-list-of.ts';

/**
 * Why a block is where and when it is, as sentences: what was wanted, what limited it (other sites, other starts), and
 * what the student's whole programme costs. No other person is named.
 */
export function ReasonList(props: { readonly reason: BlockReason | null }) {
  const t = usePhrases('rotations');
  const { reason } = props;
  const limits = useLimits(reason);
  const wanted = useWanted(reason);
  const whole = useWhole(reason);
  if (reason === null) return <p className="dt-quiet">{t('why.none')}</p>;
  const parts = [
    { title: t('why.wanted'), lines: wanted },
    { title: t('why.limits'), lines: limits },
    { title: t('why.whole'), lines: whole },
  ];
  return (
    <div className="ro-why-parts">
      {parts.map(({ title, lines }) =>
        lines.length === 0 ? null : (
          <div key={title}>
            <p>{title}</p>
            <ul className="ro-why">
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </div>
        ),
      )}
      <p className="dt-quiet dt-small">{t('why.points')}</p>
    </div>
  );
}

/** What was wanted: the unit, and the site of the own post. */
function useWanted(reason: BlockReason | null): string[] {
  const t = usePhrases('rotations');
  const { wanted, value } = reason ?? {};
  if (wanted === undefined) return value !== undefined && value >= ownSiteValue ? [t('why.ownSite')] : [];
  return [
    wanted.isRequired
      ? t('why.required')
      : wanted.wish === null
        ? t('why.notWished')
        : t('why.wished', { rank: wanted.wish }),
    wanted.isOwnSite ? t('why.ownSite') : wanted.hasOwnSite ? t('why.otherSite') : t('why.noOwnSite'),
  ];
}

/** What spoke against other sites and other starts. */
function useLimits(reason: BlockReason | null): string[] {
  const t = usePhrases('rotations');
  const listOf = useListOf();
  const nameOf = useNameOf();
  const { locale } = useLanguage();
  if (reason === null) return [];
  const { sites, starts } = reason;
  const siteWords = ({ siteName, siteNameEn, code, loss }: (typeof sites)[number]) => {
    const site = nameOf({ name: siteName, nameEn: siteNameEn ?? '' });
    if (code === 'full') return t('why.siteFull', { site });
    if (code === 'own-rules') return t('why.siteRules', { site });
    return (loss ?? 0) > 0
      ? t('why.siteOpenWorse', { site, loss: rounded(loss ?? 0) })
      : t('why.siteOpenEqual', { site });
  };
  const days = (weeks: readonly string[]) =>
    listOf(weeks.slice(0, weeksShown).map((week) => writeDay(locale, week, 'short'))) +
    (weeks.length > weeksShown ? '…' : '');
  const isOnly = starts.equal.length + starts.worse.length + starts.full.length === 0;
  return [
    ...(sites.length === 0 ? [t('why.onlySite')] : sites.map(siteWords)),
    ...(starts.full.length === 0
      ? []
      : [t('why.full', { count: starts.full.length, weeks: days(starts.full) })]),
    ...(starts.worse.length === 0
      ? []
      : [
          t('why.worse', {
            count: starts.worse.length,
            loss: rounded(Math.min(...starts.worse.map((one) => one.loss))),
          }),
        ]),
    ...(starts.equal.length === 0
      ? []
      : [t('why.equal', { count: starts.equal.length, weeks: days(starts.equal) })]),
    ...(isOnly ? [t('why.onlyStart')] : []),
    ...(starts.own === 0 ? [] : [t('why.own', { count: starts.own })]),
  ];
}

/** What the whole programme has of waiting and of moving about. */
function useWhole(reason: BlockReason | null): string[] {
  const t = usePhrases('rotations');
  if (reason === null) return [];
  const { waits, siteChanges } = reason;
  if (waits.count + siteChanges.count === 0) return [t('why.noCosts')];
  return [
    ...(waits.count === 0
      ? []
      : [
          waits.atWork === undefined
            ? t('why.waits', { count: waits.count })
            : t('why.waitsOf', { count: waits.count, work: waits.atWork }),
        ]),
    ...(siteChanges.count === 0 ? [] : [t('why.changes', { count: siteChanges.count })]),
  ];
}

const weeksShown = 4;
/** What a unit at the own site earns at least. */
const ownSiteValue = 5;

function rounded(points: number): number {
  return Math.round(points * 10) / 10;
}
