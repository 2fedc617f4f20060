import {
  Day,
  EmptyState,
  ErrorState,
  ExportButton,
  Loading,
  oneOf,
  PageHeader,
  PageLink,
  Panel,
  useAddressQuery,
  useNameOf,
  useOperation,
  usePathParam,
  usePhrases,
} from '@dualtrack/ui';
import type { Way, WayPerson } from '../../contract/way.ts';
import { type LeavingSide, leavingSides, type WayStage, wayStages } from '../../way.ts';
import { outcomes } from '../client.ts';
import '../outcomes.css';
import { useReason } from '../parts/use-reason.ts';

/** An order from seats to people who stay: each number opens the people behind it. */
export function WayPage() {
  const t = usePhrases('outcomes');
  const nameOf = useNameOf();
  const orderId = usePathParam('orderId');
  const [query, setQuery] = useAddressQuery();
  const found = useOperation('outcomes.way', outcomes.way.get, { orderId });
  const stage = oneOf(wayStages, query['stage'] ?? '');
  const side = oneOf(leavingSides, query['side'] ?? '');
  const gone = side === undefined ? undefined : { side, reason: query['reason'] ?? '' };
  const open = (next: WayStage) => setQuery({ stage: next, side: undefined, reason: undefined });
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const way = found.data;
  return (
    <>
      <PageHeader
        title={t('way.title')}
        note={way.name}
        crumbs={[{ label: t('way.order'), to: `/talent-orders/${orderId}` }]}
        sides={{
          school: nameOf({ name: way.school, nameEn: way.schoolEn }),
          enterprise: nameOf({ name: way.enterprise, nameEn: way.enterpriseEn }),
        }}
      />
      <div className="out-stack">
        <Panel
          title={t('funnel.heading')}
          actions={
            <div className="out-actions">
              {way.classId === null ? null : (
                <PageLink to={`/outcomes/${way.classId}`}>{t('way.openClass')}</PageLink>
              )}
              <SaveSteps way={way} />
            </div>
          }
        >
          <Steps way={way} stage={stage} onOpen={open} />
        </Panel>
        {stage === undefined ? null : <People orderId={orderId} stage={stage} gone={gone} />}
        <Leaving
          way={way}
          onOpen={(one) =>
            setQuery({ stage: one.side === 'class' ? 'exited' : 'left', side: one.side, reason: one.reason })
          }
        />
      </div>
    </>
  );
}

/** A list that is here already, in the shape in which a list is saved. */
const listed = <Row,>(items: readonly Row[]) => ({
  load: () => Promise.resolve({ items, total: items.length }),
  query: { page: 1, size: Math.max(1, items.length) },
});

type Saved = { readonly name: string; readonly people: number; readonly of: number | null };

/** The way as a file: each step, then why people went. */
function SaveSteps({ way }: { readonly way: Way }) {
  const t = usePhrases('outcomes');
  const reasonOf = useReason();
  const rows: Saved[] = [
    { name: t('stage.seats'), people: way.seats, of: null },
    ...way.steps.map(({ stage, people, of }) => ({ name: t(`way.${stage}`), people, of })),
    ...way.leaving.map((one) => ({
      name: `${t('way.leaving')} · ${t(`way.side.${one.side}`)} · ${reasonOf(one)}`,
      ...{ people: one.people, of: null },
    })),
  ];
  const column = (key: keyof Saved, header: string) => {
    const text = (row: Saved) => row[key];
    return { key, header, text, cell: text };
  };
  const columns = [
    column('name', t('way.step')),
    column('people', t('way.people')),
    column('of', t('way.ofHead')),
  ];
  return <ExportButton {...listed(rows)} columns={columns} fileName={`${way.name} ${t('way.title')}`} />;
}

type StepProps = { readonly way: Way; readonly onOpen: (stage: WayStage) => void };

function Steps(props: StepProps & { readonly stage: WayStage | undefined }) {
  const { way, onOpen } = props;
  const t = usePhrases('outcomes');
  const most = Math.max(1, way.seats, ...way.steps.map(({ people }) => people));
  const bar = (people: number, kind: 'seats' | 'people') => (
    <td className="out-funnel-bar">
      <span className={`out-bar out-bar-${kind}`} style={{ inlineSize: `${(100 * people) / most}%` }} />
    </td>
  );
  return (
    <div className="out-stack">
      <table className="out-funnel" aria-label={t('way.title')}>
        <tbody>
          <tr>
            <th scope="row">{t('stage.seats')}</th>
            {bar(way.seats, 'seats')}
            <td className="out-number">{way.seats}</td>
          </tr>
          {way.steps
            .filter(({ stage }) => stage !== 'exited' && stage !== 'left')
            .map(({ stage, people, of }) => (
              <tr key={stage} className={stage === props.stage ? 'out-open' : undefined}>
                <th scope="row">{t(`way.${stage}`)}</th>
                {bar(people, 'people')}
                <td className="out-number">
                  <button
                    type="button"
                    className="out-open-people"
                    aria-expanded={stage === props.stage}
                    aria-label={t('way.show', { stage: t(`way.${stage}`), people })}
                    onClick={() => onOpen(stage)}
                  >
                    {!stage.startsWith('stay')
                      ? people
                      : of === 0
                        ? t('way.notYet')
                        : t('way.of', { people, of })}
                  </button>
                </td>
              </tr>
            ))}
        </tbody>
      </table>
      <p className="dt-quiet dt-small">{t('way.stayNote')}</p>
    </div>
  );
}

type Gone = { readonly side: LeavingSide; readonly reason: string };

function People(props: {
  readonly orderId: string;
  readonly stage: WayStage;
  /** Of those who went: only who went from this side for this reason. */
  readonly gone: Gone | undefined;
}) {
  const { orderId, stage, gone } = props;
  const t = usePhrases('outcomes');
  const nameOf = useNameOf();
  const reasonOf = useReason();
  const found = useOperation('outcomes.way-people', outcomes.way.people, { orderId, stage });
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data === undefined) return <Loading />;
  const hasReasons = stage === 'left' || stage === 'exited';
  const people =
    gone === undefined || !hasReasons
      ? found.data
      : found.data.filter((one) => one.side === gone.side && one.reason === gone.reason);
  const column = (key: string, header: string, text: (one: WayPerson) => string) => {
    return { key, header, text, cell: text };
  };
  const columns = [
    column('student', t('way.student'), (one) => one.studentName),
    column('post', t('way.post'), (one) => nameOf({ name: one.postTitle, nameEn: one.postTitleEn })),
    column('day', t('way.day'), (one) => one.day ?? ''),
    column('side', t('way.side'), (one) => (one.side === null ? '' : t(`way.side.${one.side}`))),
    column('reason', t('way.reason'), (one) => (one.side === null ? '' : reasonOf(one))),
  ];
  return (
    <Panel
      title={t(`way.${stage}`)}
      count={people.length}
      actions={
        people.length === 0 ? null : (
          <ExportButton {...listed(people)} columns={columns} fileName={t(`way.${stage}`)} />
        )
      }
    >
      {people.length === 0 ? (
        <EmptyState title={t('way.nobody')} />
      ) : (
        <div className="out-scroll">
          <table className="out-table">
            <thead>
              <tr>
                <th>{t('way.student')}</th>
                <th>{t('way.post')}</th>
                <th>{t('way.day')}</th>
                {hasReasons ? <th>{t('way.reason')}</th> : null}
              </tr>
            </thead>
            <tbody>
              {people.map((one) => (
                <tr key={one.id}>
                  <th scope="row">{one.studentName}</th>
                  <td>{nameOf({ name: one.postTitle, nameEn: one.postTitleEn }) || '–'}</td>
                  <td className="out-day">{one.day === null ? '–' : <Day day={one.day} />}</td>
                  {hasReasons ? (
                    <td>
                      {one.side === null ? '' : `${t(`way.side.${one.side}`)} · `}
                      {reasonOf(one)}
                    </td>
                  ) : null}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}

function Leaving(props: { readonly way: Way; readonly onOpen: (gone: Gone) => void }) {
  const { way, onOpen } = props;
  const t = usePhrases('outcomes');
  const reasonOf = useReason();
  return (
    <Panel title={t('way.leaving')} count={way.leaving.reduce((sum, { people }) => sum + people, 0)}>
      {way.leaving.length === 0 ? (
        <p className="dt-quiet">{t('way.nobodyLeft')}</p>
      ) : (
        <table className="out-table">
          <thead>
            <tr>
              <th>{t('way.side')}</th>
              <th>{t('way.reason')}</th>
              <th className="out-number">{t('way.people')}</th>
            </tr>
          </thead>
          <tbody>
            {way.leaving.map((one) => (
              <tr key={`${one.side} ${one.reason}`}>
                <th scope="row">{t(`way.side.${one.side}`)}</th>
                <td>{reasonOf(one)}</td>
                <td className="out-number">
                  <button
                    type="button"
                    className="out-open-people"
                    aria-label={t('way.show', { stage: t('way.leaving'), people: one.people })}
                    onClick={() => onOpen(one)}
                  >
                    {one.people}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
