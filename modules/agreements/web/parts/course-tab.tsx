import {
  Day,
  ErrorState,
  Loading,
  PageLink,
  Panel,
  SideTag,
  StateTag,
  useNameOf,
  useOperation,
  usePhrases,
} from '@dualtrack/ui';
import type { AgreementCourse } from '../../contract/amendments.ts';
import type { AgreementDetail } from '../../contract.ts';
import { toneOf } from '../agreement-words.ts';
import { agreements } from '../client.ts';
import '../duties.css';
import { metricNames } from '../../metric.ts';
import { useDutyWords } from '../duty-words.ts';
import { AmendmentDiff } from './amendment-diff.tsx';
import { CalendarFeeds } from './calendar-feeds.tsx';
import { CourseActions } from './course-actions.tsx';
import { Notices } from './notices.tsx';
import { PaperStandingPanel } from './paper-standing.tsx';

/** What an agreement came from and what became of it: amendments with their diff, renewal, suspension, early end. */
export function CourseTab(props: { readonly agreement: AgreementDetail }) {
  const { agreement } = props;
  const t = usePhrases('obligations');
  const agreementId = agreement.id;
  const found = useOperation('agreements.course', agreements.amendments.course, { agreementId });
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const course = found.data;
  const isAmendment = agreement.kind === 'amendment';
  return (
    <div className="ag-stack">
      {course.parent === null ? null : <Parent course={course} />}
      {course.paper === null ? null : <PaperStandingPanel agreementId={agreementId} paper={course.paper} />}
      {course.parent?.kind === 'amendment' ? <AmendmentDiff course={course} /> : null}
      {course.missed.length > 0 ? <Missed course={course} /> : null}
      {isAmendment ? null : (
        <>
          <Panel
            title={t('course.amendments')}
            count={course.children.length}
            actions={<CourseActions agreement={agreement} course={course} />}
          >
            <Children course={course} />
            <p>
              <PageLink to={`/agreements/register?follows=${agreementId}`}>{t('paper.register')}</PageLink>
            </p>
          </Panel>
          <Notices agreementId={agreementId} course={course} />
          <CalendarFeeds agreementId={agreementId} />
        </>
      )}
    </div>
  );
}

function Parent(props: { readonly course: AgreementCourse }) {
  const t = usePhrases('obligations');
  const tSigning = usePhrases('agreement-signing');
  const nameOf = useNameOf();
  const { parent, reason } = props.course;
  if (parent === null) return null;
  return (
    <p>
      {t(`course.parent.${parent.kind}`)}:{' '}
      <PageLink to={`/agreements/${parent.id}`}>
        {nameOf({ name: parent.title || parent.titleEn, nameEn: parent.titleEn })} ({parent.number})
      </PageLink>{' '}
      {parent.isInk ? <StateTag tone="soon">{tSigning('register.inkMark')}</StateTag> : null}
      {reason === '' ? null : (
        <span className="dt-quiet">
          {' '}
          · {t('course.reason')}: {reason}
        </span>
      )}
    </p>
  );
}

function Children(props: { readonly course: AgreementCourse }) {
  const t = usePhrases('obligations');
  const tSigning = usePhrases('agreement-signing');
  const ta = usePhrases('agreements');
  const nameOf = useNameOf();
  const { children } = props.course;
  if (children.length === 0) return <p className="dt-quiet">{t('course.none')}</p>;
  return (
    <ul className="duty-lines">
      {children.map((one) => (
        <li key={one.id}>
          <span className="dt-small dt-quiet">{t(`course.${one.kind}`)}</span>{' '}
          <PageLink to={`/agreements/${one.id}${one.kind === 'renewal' ? '' : '?tab=course'}`}>
            {nameOf({ name: one.title || one.titleEn, nameEn: one.titleEn })}
          </PageLink>{' '}
          <StateTag tone={toneOf(one.state)}>{ta(`state.${one.state}`)}</StateTag>{' '}
          {one.isInk ? <StateTag tone="soon">{tSigning('register.inkMark')}</StateTag> : null}{' '}
          {one.confirmation === 'waiting' || one.confirmation === 'disputed' ? (
            <span className="dt-small dt-quiet">{t(`paper.${one.confirmation}`)}</span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function Missed(props: { readonly course: AgreementCourse }) {
  const t = usePhrases('obligations');
  const words = useDutyWords();
  return (
    <Panel title={t('course.missed')} count={props.course.missed.length}>
      <ul className="duty-lines">
        {props.course.missed.map((one) => {
          const metric = metricNames.find((name) => name === one.metric);
          const side = one.owedBy === 'school' || one.owedBy === 'enterprise' ? one.owedBy : undefined;
          return (
            <li key={`${one.clause} ${one.metric} ${one.dueOn}`} className="ag-row">
              {side === undefined ? <span>{t('debtor.both')}</span> : <SideTag side={side} />}
              <span>
                {words.metric(one.metric)}:{' '}
                {metric === undefined ? one.achieved : words.amount(metric, one.achieved)}{' '}
                {t('duty.target', {
                  target: metric === undefined ? String(one.target) : words.amount(metric, one.target),
                })}
              </span>
              <span className="dt-quiet">
                <Day day={one.dueOn} />
              </span>
            </li>
          );
        })}
      </ul>
      <p className="dt-small dt-quiet">{t('course.missedNote')}</p>
    </Panel>
  );
}
