import {
  Day,
  ErrorState,
  Loading,
  PageLink,
  Panel,
  StateTag,
  today,
  useNameOf,
  useOperation,
  usePhrases,
} from '@dualtrack/ui';
import { careState } from '../../care.ts';
import { bases } from '../client.ts';
import '../bases.css';

const most = 5;

/** On the home of the enterprise's office: inspections and certificates that run out at training bases. */
export function CareCard() {
  const t = usePhrases('training-bases');
  const nameOf = useNameOf();
  const found = useOperation('training-bases.attention', bases.attention, {});
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const { items } = found.data;
  return (
    <Panel title={t('care.title')} count={items.length}>
      {items.length === 0 ? <p className="dt-quiet">{t('care.none')}</p> : null}
      <ul className="tb-list tb-care">
        {items.slice(0, most).map((one) => {
          const isOver = careState(one.kind, one.due, today()) === 'over';
          return (
            <li key={one.id}>
              <span>
                <PageLink
                  to={`/bases/${one.baseId}?tab=${one.kind === 'inspection' ? 'equipment' : 'mentors'}`}
                >
                  {nameOf(one)}
                </PageLink>{' '}
                <span className="dt-quiet">{one.note}</span>
                <span className="tb-period">
                  {t(`care.${one.kind}`)} · <Day day={one.due} /> ·{' '}
                  {nameOf({ name: one.baseName, nameEn: one.baseNameEn })}
                </span>
              </span>
              <StateTag tone={isOver ? 'danger' : 'soon'}>{t(isOver ? 'care.over' : 'care.soon')}</StateTag>
            </li>
          );
        })}
      </ul>
      {items.length > most ? (
        <p className="dt-quiet">{t('care.more', { count: items.length - most })}</p>
      ) : null}
    </Panel>
  );
}
