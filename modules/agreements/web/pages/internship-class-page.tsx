import {
  EmptyState,
  ErrorState,
  Loading,
  PageHeader,
  PageLink,
  Panel,
  StateTag,
  useLanguage,
  useNameOf,
  useOperation,
  usePathParam,
  usePhrases,
  useSession,
} from '@dualtrack/ui';
import type { InternshipClassView, InternshipRow } from '../../contract/internships.ts';
import { toneOf } from '../agreement-words.ts';
import { agreements } from '../client.ts';
import { InternshipSteps } from '../parts/internship-steps.tsx';
import { PartyMarks } from '../parts/party-marks.tsx';
import '../agreements.css';
import '../internships.css';

/** The tripartite agreements of one class: what is to be done for all of them, then one by one. */
export function InternshipClassPage() {
  const classId = usePathParam('classId');
  const found = useOperation('agreements.internship-class', agreements.internships.ofClass, { classId });
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  return <ClassView view={found.data} />;
}

/** Whether the reader may open and sign the papers; whoever teaches sees how far they are. */
function useIsOffice(): boolean {
  const { role } = useSession().membership;
  return role === 'school-office' || role === 'enterprise-hr';
}

function ClassView(props: { readonly view: InternshipClassView }) {
  const { view } = props;
  const t = usePhrases('internships');
  const nameOf = useNameOf();
  const isOffice = useIsOffice();
  return (
    <div className="ag-stack">
      <PageHeader
        title={view.name}
        crumbs={[{ label: t('list.title'), to: '/internship-agreements' }]}
        sides={{
          school: nameOf({ name: view.school, nameEn: view.schoolEn }),
          enterprise: nameOf({ name: view.enterprise, nameEn: view.enterpriseEn }),
        }}
      />
      {isOffice ? <InternshipSteps view={view} /> : null}
      <Panel title={t('class.rows')} count={view.rows.length}>
        {view.rows.length === 0 ? (
          <EmptyState title={t('list.none')}>{t('list.noneNote')}</EmptyState>
        ) : (
          <ul className="in-rows">
            {view.rows.map((row) => (
              <Row key={row.placementId} row={row} />
            ))}
          </ul>
        )}
      </Panel>
    </div>
  );
}

function Row(props: { readonly row: InternshipRow }) {
  const { studentName, postTitle, postTitleEn, agreement, lacksGuardian } = props.row;
  const t = usePhrases('internships');
  const ta = usePhrases('agreements');
  const nameOf = useNameOf();
  const isOffice = useIsOffice();
  return (
    <li className="in-row">
      <div>
        <strong>{studentName}</strong>
        <div className="dt-small dt-quiet">{nameOf({ name: postTitle, nameEn: postTitleEn })}</div>
      </div>
      {agreement === null ? (
        <div>
          <span className="dt-quiet">{t('class.notMade')}</span>
          {lacksGuardian ? (
            <div className="dt-small">
              <StateTag tone="danger">{t('class.noGuardian')}</StateTag>{' '}
              <PageLink to="/settings/import">{t('class.noGuardianCure')}</PageLink>
            </div>
          ) : null}
        </div>
      ) : (
        <>
          <div>
            <StateTag tone={toneOf(agreement.state)}>{ta(`state.${agreement.state}`)}</StateTag>{' '}
            {isOffice ? (
              <PageLink to={`/agreements/${agreement.id}`}>{agreement.number}</PageLink>
            ) : (
              agreement.number
            )}
            <Detail agreement={agreement} />
          </div>
          {agreement.state === 'negotiating' ? null : <PartyMarks signed={agreement.signed} />}
        </>
      )}
    </li>
  );
}

function Detail(props: { readonly agreement: NonNullable<InternshipRow['agreement']> }) {
  const { missing, unlawful, confirmed, state, digest } = props.agreement;
  const t = usePhrases('internships');
  const { locale } = useLanguage();
  const between = locale === 'en' ? ', ' : '、';
  if (state === 'signing' && digest !== null) {
    return (
      <div className="dt-small dt-quiet in-digest">
        {digest.slice(0, 16).replaceAll(/(.{8})(?=.)/g, '$1 ')}…
      </div>
    );
  }
  if (state !== 'negotiating') return null;
  const sides = (['school', 'enterprise'] as const).filter((side) => confirmed[side]);
  const names = missing.map((one) => (locale === 'en' ? one.en : one.zh)).join(between);
  return (
    <div className="dt-small dt-quiet">
      {unlawful > 0 ? <div className="in-unlawful">{t('class.unlawful', { count: unlawful })}</div> : null}
      {missing.length > 0
        ? t('class.missing', { names })
        : sides.length > 0
          ? t('class.confirmedBy', { names: sides.map((side) => t(`party.${side}`)).join(between) })
          : null}
    </div>
  );
}
