import {
  Day,
  EmptyState,
  ErrorState,
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
import type { Way } from '../../contract/way.ts';
import { type WayStage, wayStages } from '../../way.ts';
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
            way.classId === null ? null : (
              <PageLink to={`/outcomes/${way.classId}`}>{t('way.openClass')}</PageLink>
            )
          }
        >
          <Steps way={way} stage={stage} onOpen={(next) => setQuery({ stage: next })} />
        </Panel>
        {stage === undefined ? null : <People orderId={orderId} stage={stage} />}
        <Leaving way={way} onOpen={(next) => setQuery({ stage: next })} />
      </div>
    </>
  );
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

function People(props: { readonly orderId: string; readonly stage: WayStage }) {
  const { orderId, stage } = props;
  const t = usePhrases('outcomes');
  const nameOf = useNameOf();
  const reasonOf = useReason();
  const found = useOperation('outcomes.way-people', outcomes.way.people, { orderId, stage });
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data === undefined) return <Loading />;
  const hasReasons = stage === 'left' || stage === 'exited';
  return (
    <Panel title={t(`way.${stage}`)} count={found.data.length}>
      {found.data.length === 0 ? (
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
              {found.data.map((one) => (
                <tr key={one.id}>
                  <th scope="row">{one.studentName}</th>
                  <td>{nameOf({ name: one.postTitle, nameEn: one.postTitleEn }) || '–'}</td>
                  <td>{one.day === null ? '–' : <Day day={one.day} />}</td>
                  {hasReasons ? (
                    <td>
                      {one.side === null ? '' : `${t(`way.side.${one.side}`)}: `}
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

function Leaving({ way, onOpen }: StepProps) {
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
                    onClick={() => onOpen(one.side === 'class' ? 'exited' : 'left')}
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
