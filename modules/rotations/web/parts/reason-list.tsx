import { useLanguage, useNameOf, usePhrases, writeDay } from '@dualtrack/ui';
import type { BlockReason } from '../../block-reason.ts';
import { useListOf } from './use-list-of.ts';

/** Why a block is where and when it is: other sites, other starts, and what the whole programme costs, as sentences. */
export function ReasonList(props: { readonly reason: BlockReason | null }) {
  const t = usePhrases('rotations');
  const listOf = useListOf();
  const nameOf = useNameOf();
  const { locale } = useLanguage();
  const { reason } = props;
  if (reason === null) return <p className="dt-quiet">{t('why.none')}</p>;
  const { sites, starts, waits, siteChanges } = reason;
  const siteIn = (site: (typeof sites)[number]) =>
    nameOf({ name: site.siteName, nameEn: site.siteNameEn ?? '' });
  const weeks = starts.equal.slice(0, 4).map((week) => writeDay(locale, week, 'short'));
  const more = starts.equal.length > weeks.length ? ' …' : '';
  const least = Math.min(...starts.worse.map((one) => one.loss));
  const isOnly = starts.equal.length + starts.worse.length + starts.full.length === 0;
  return (
    <ul className="ro-why">
      {reason.value >= ownSiteValue ? <li>{t('why.ownSite')}</li> : null}
      {sites.length === 0 ? <li>{t('why.onlySite')}</li> : null}
      {sites.map((site) => (
        <li key={site.siteName}>
          {site.code === 'full'
            ? t('why.siteFull', { site: siteIn(site) })
            : site.code === 'own-rules'
              ? t('why.siteRules', { site: siteIn(site) })
              : (site.loss ?? 0) > 0
                ? t('why.siteOpenWorse', { site: siteIn(site), loss: rounded(site.loss ?? 0) })
                : t('why.siteOpenEqual', { site: siteIn(site) })}
        </li>
      ))}
      {starts.equal.length === 0 ? null : (
        <li>{t('why.equal', { count: starts.equal.length, weeks: `${listOf(weeks)}${more}` })}</li>
      )}
      {starts.worse.length === 0 ? null : (
        <li>{t('why.worse', { count: starts.worse.length, loss: rounded(least) })}</li>
      )}
      {starts.full.length === 0 ? null : <li>{t('why.full', { count: starts.full.length })}</li>}
      {isOnly ? <li>{t('why.onlyStart')}</li> : null}
      {starts.own === 0 ? null : <li>{t('why.own', { count: starts.own })}</li>}
      <li>
        {t('why.whole')}
        {': '}
        {waits.count + siteChanges.count === 0
          ? t('why.noCosts')
          : [
              waits.count === 0 ? '' : t('why.waits', { count: waits.count, cost: rounded(waits.cost) }),
              siteChanges.count === 0
                ? ''
                : t('why.changes', { count: siteChanges.count, cost: rounded(siteChanges.cost) }),
            ]
              .filter((part) => part !== '')
              .join('; ')}
      </li>
      <li className="dt-quiet">{t('why.points')}</li>
    </ul>
  );
}

/** What a unit at the own site earns at least. */
const ownSiteValue = 5;

function rounded(points: number): number {
  return Math.round(points * 10) / 10;
}
