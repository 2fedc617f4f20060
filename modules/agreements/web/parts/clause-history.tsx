import { ErrorState, Loading, Moment, SideTag, useLanguage, useOperation, usePhrases } from '@dualtrack/ui';
import { paragraphsOf } from '../../paper.ts';
import { agreements } from '../client.ts';

/** Every wording of a clause, newest first, with what came and went since the one before. */
export function ClauseHistory(props: { readonly agreementId: string; readonly clause: string }) {
  const { agreementId, clause } = props;
  const t = usePhrases('agreements');
  const { locale } = useLanguage();
  const found = useOperation('agreements.sectionHistory', agreements.sectionHistory, { agreementId, clause });
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const { items } = found.data;
  const text = (item: (typeof items)[number]) => paragraphsOf(locale === 'en' ? item.bodyEn : item.body);
  return items.map((item, index) => {
    const earlier = items[index + 1];
    const before = earlier === undefined ? undefined : text(earlier);
    const gone = before?.filter((paragraph) => !text(item).includes(paragraph)) ?? [];
    return (
      <div key={item.revision} className="ag-old">
        <div className="ag-row dt-small">
          <strong>{t('clause.revision', { revision: item.revision })}</strong>
          {item.side === null ? null : <SideTag side={item.side}>{item.name}</SideTag>}
          <Moment instant={item.at} />
        </div>
        {before === undefined ? (
          <p className="dt-quiet">{t('clause.firstWording')}</p>
        ) : (
          <>
            {gone.map((paragraph) => (
              <p key={paragraph}>
                <del>{paragraph}</del>
              </p>
            ))}
            {text(item)
              .filter((paragraph) => !before.includes(paragraph))
              .map((paragraph) => (
                <p key={paragraph}>
                  <ins>{paragraph}</ins>
                </p>
              ))}
          </>
        )}
      </div>
    );
  });
}
