import {
  DayRange,
  ErrorState,
  type Fact,
  Loading,
  Moment,
  ObjectPage,
  PageLink,
  Panel,
  PersonName,
  SideTag,
  StateTag,
  StateTrack,
  useOperation,
  usePathParam,
  usePhrases,
} from '@dualtrack/ui';
import { sides } from '../../agreement.ts';
import type { AgreementDetail } from '../../contract.ts';
import { toneOf, useAgreementNames } from '../agreement-words.ts';
import { agreements } from '../client.ts';
import { ClauseList } from '../parts/clause-list.tsx';
import { CourseTab } from '../parts/course-tab.tsx';
import { DocumentPanel } from '../parts/document-panel.tsx';
import { DutiesTab } from '../parts/duties-tab.tsx';
import { LawCheck } from '../parts/law-check.tsx';
import { AgreementActions, useNextStep } from '../parts/next-step.tsx';
import { PartiesAndTerms } from '../parts/parties-and-terms.tsx';
import { RecordView } from '../parts/record-view.tsx';
import { SigningTab } from '../parts/signing-tab.tsx';
import '../agreements.css';

const stops = ['negotiating', 'confirmed', 'signing', 'in-force'] as const;

/** One agreement: where it stands, what comes next and by whom, its clauses, paper and history. */
export function AgreementPage() {
  const agreementId = usePathParam('agreementId');
  const found = useOperation('agreements.get', agreements.get, { agreementId });
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  return <AgreementView agreement={found.data} />;
}

function useFacts(agreement: AgreementDetail): Fact[] {
  const t = usePhrases('agreements');
  const { validFrom, validTo, orderId, order } = agreement;
  return [
    { label: t('list.number'), value: agreement.number },
    ...(validFrom === null || validTo === null
      ? []
      : [{ label: t('list.period'), value: <DayRange from={validFrom} to={validTo} /> }]),
    ...(orderId === null
      ? []
      : [
          {
            label: t('terms.order'),
            value: <PageLink to={`/talent-orders/${orderId}`}>{order?.className ?? orderId}</PageLink>,
          },
        ]),
  ];
}

function RecordTab(props: { readonly agreement: AgreementDetail }) {
  const { agreement } = props;
  return agreement.record === null ? null : <RecordView agreement={agreement} record={agreement.record} />;
}

function AgreementView(props: { readonly agreement: AgreementDetail }) {
  const { agreement } = props;
  const t = usePhrases('agreements');
  const to = usePhrases('obligations');
  const tSigning = usePhrases('agreement-signing');
  const names = useAgreementNames();
  const facts = useFacts(agreement);
  const { by, sentence } = useNextStep(agreement);
  const head = {
    title: names.title(agreement),
    crumbs: [{ label: t('list.title'), to: '/agreements' }],
    state: <StateTag tone={toneOf(agreement.state)}>{t(`state.${agreement.state}`)}</StateTag>,
    sides: names.sides(agreement),
    facts,
  };
  const dutiesTab = {
    key: 'obligations',
    label: to('tab.title'),
    content: () => <DutiesTab agreement={agreement} />,
  };
  const courseTab = {
    key: 'course',
    label: to('tab.course'),
    content: () => <CourseTab agreement={agreement} />,
  };
  if (agreement.record !== null) {
    const recordTab = {
      key: 'record',
      label: t('record.tab'),
      content: () => <RecordTab agreement={agreement} />,
    };
    return (
      <ObjectPage
        {...head}
        state={
          <span className="ag-row">
            {head.state}
            <StateTag tone="soon">{tSigning('register.inkMark')}</StateTag>
          </span>
        }
        note={t('record.mark')}
        // A paper that belongs to another says first what it does with that one.
        tabs={agreement.kind === 'amendment' ? [courseTab, recordTab] : [recordTab, dutiesTab, courseTab]}
        aside={
          <>
            {agreement.kind === 'amendment' ? null : <Beside agreement={agreement} />}
            <History agreement={agreement} />
          </>
        }
      />
    );
  }
  const isOnTrack = stops.some((stop) => stop === agreement.state);
  return (
    <ObjectPage
      {...head}
      {...(isOnTrack
        ? {
            track: (
              <StateTrack
                stops={stops.map((key) => ({ key, label: t(`state.${key}`) }))}
                current={agreement.state}
                reached={reachedBy(agreement)}
              />
            ),
          }
        : {})}
      nextStep={{
        sentence,
        ...(by === undefined ? {} : { by }),
        action: <AgreementActions agreement={agreement} />,
      }}
      tabs={[
        {
          key: 'clauses',
          label: t('tab.clauses'),
          count: agreement.clauses.length,
          content: () => (
            <>
              <LawCheck agreement={agreement} />
              <ClauseList agreement={agreement} />
            </>
          ),
        },
        ...(agreement.kind === 'amendment' ? [] : [dutiesTab]),
        courseTab,
        { key: 'terms', label: t('tab.terms'), content: () => <PartiesAndTerms agreement={agreement} /> },
        { key: 'signing', label: t('tab.signing'), content: () => <SigningTab agreement={agreement} /> },
        { key: 'document', label: t('tab.document'), content: () => <DocumentPanel agreement={agreement} /> },
      ]}
      aside={
        <>
          <Signers agreement={agreement} />
          {agreement.kind === 'amendment' ? null : <Beside agreement={agreement} />}
          <History agreement={agreement} />
        </>
      }
    />
  );
}

/** How far each side is along the track: a side that has done its part is a stop ahead. */
function reachedBy({ state, sections, confirmed, signedSides }: AgreementDetail) {
  const of = (side: 'school' | 'enterprise') => {
    if (state === 'negotiating' && confirmed[side] === sections) return 'confirmed';
    return state === 'signing' && signedSides.includes(side) ? 'in-force' : state;
  };
  return { school: of('school'), enterprise: of('enterprise') };
}

/** Who binds each side: the person named, or a delegate, who signs for another and not in their own right. */
function Signers(props: { readonly agreement: AgreementDetail }) {
  const { signatories } = props.agreement;
  const t = usePhrases('agreements');
  const named = sides.flatMap((side) => {
    const own = signatories.filter((one) => one.side === side);
    const nobody = { side, name: '', post: '', delegateOf: null, signedAt: null };
    return own.length === 0 ? [nobody] : own;
  });
  return (
    <Panel title={t('signers.title')}>
      {named.map((one) => (
        <div key={`${one.side} ${one.name}`} className="ag-signer">
          <SideTag side={one.side} />
          <div>
            {one.name === '' ? (
              t('signers.nobody')
            ) : (
              <PersonName person={{ name: one.name }} side={one.side} />
            )}{' '}
            <span className="dt-quiet">{one.post}</span>
          </div>
          {one.delegateOf === null ? null : (
            <div className="dt-small">{t('signers.delegateOf', { name: one.delegateOf || '—' })}</div>
          )}
          <div className="dt-small dt-quiet">
            {one.signedAt === null ? t('signers.waiting') : <Moment instant={one.signedAt} />}
          </div>
        </div>
      ))}
    </Panel>
  );
}

/** The way to what goes on beside the agreement, which another room keeps. */
function Beside(props: { readonly agreement: AgreementDetail }) {
  const t = usePhrases('agreements');
  return (
    <Panel title={t('beside.title')}>
      <PageLink to={`/agreements/${props.agreement.id}/beside`}>{t('beside.open')}</PageLink>
    </Panel>
  );
}

function History(props: { readonly agreement: AgreementDetail }) {
  const t = usePhrases('agreements');
  return (
    <Panel title={t('history.title')}>
      <ol className="ag-history">
        {props.agreement.history.map((event) => (
          <li key={`${event.at} ${event.kind} ${event.name}`}>
            <div>
              {event.kind === 'in-force' || event.kind === 'confirmed' ? '' : `${event.name} `}
              {event.kind === 'ended' && event.name === '' ? t('state.ended') : t(`history.${event.kind}`)}
              {typeof event.details.clause === 'string' ? ` ${event.details.clause}` : ''}
            </div>
            <div className="dt-small dt-quiet ag-row">
              {event.side === null ? null : <SideTag side={event.side} />}
              <Moment instant={event.at} />
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
