import {
  Day,
  ErrorState,
  Loading,
  Moment,
  PageLink,
  Panel,
  StateTag,
  useOperation,
  usePhrases,
} from '@dualtrack/ui';
import { api } from '../client.ts';
import { toneOf, useWords } from '../words.ts';
import '../ceremonies.css';

/** On the home: ceremonies and meetings to come. */
export function ComingCard() {
  const t = usePhrases('ceremonies');
  const words = useWords();
  const input = { scope: 'coming' as const, page: 1, size: 4 };
  const ceremonies = useOperation('ceremonies.coming', api.ceremonies.list, input);
  const meetings = useOperation('ceremonies.comingMeetings', api.meetings.list, input);
  if (ceremonies.isPending || meetings.isPending) return <Loading />;
  const error = ceremonies.error ?? meetings.error;
  if (error !== null) return <ErrorState error={error} onRetry={() => void ceremonies.refetch()} />;
  const [first, second] = [ceremonies.data, meetings.data];
  if (first === undefined || second === undefined) return <Loading />;
  const count = first.total + second.total;
  return (
    <Panel title={t('card.coming')} count={count}>
      {count === 0 ? <p className="dt-quiet">{t('card.comingNone')}</p> : null}
      <ul className="ce-tasks">
        {first.items.map((row) => (
          <li key={row.id}>
            <div>
              <PageLink to={`/ceremonies/${row.id}`}>{words.title(row)}</PageLink>
              <div className="dt-small dt-quiet">
                <Day day={row.heldOn} /> {row.beginsAt}
              </div>
            </div>
            <StateTag tone={toneOf(row.state)}>{t(`state.${row.state}`)}</StateTag>
          </li>
        ))}
        {second.items.map((row) => (
          <li key={row.id}>
            <div>
              <PageLink to={`/meetings/${row.id}`}>{row.title}</PageLink>
              <div className="dt-small dt-quiet">
                <Moment instant={row.startsAt} />
              </div>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
