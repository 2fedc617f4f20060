import {
  EmptyState,
  ErrorState,
  Loading,
  PageHeader,
  PageLink,
  Panel,
  StateTag,
  useOperation,
  usePhrases,
} from '@dualtrack/ui';
import type { RuleNumber } from '../../contract.ts';
import { api } from '../client.ts';
import { useWords } from '../words.ts';
import '../talents.css';

/** Months of practice in five years and the limit of part-time teachers, each number with its article. */
export function TeachersPage() {
  const t = usePhrases('talent-sharing');
  const words = useWords();
  const found = useOperation('talentSharing.teachers', api.stays.teachers, undefined);
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const { years, months, daysAMonth, share, fullTime, partTime, allowed, isWithin, items } = found.data;
  return (
    <>
      <PageHeader title={t('area.teachers')} note={t('teacher.note')} />
      <div className="ts-stack">
        <Panel title={t('teacher.days', { years: years.value })} count={items.length}>
          <p>{t('teacher.rule', { months: months.value, years: years.value, days: daysAMonth.value })}</p>
          <p className="dt-small dt-quiet">
            <Source number={months} />
          </p>
          {items.length === 0 ? (
            <EmptyState title={t('teacher.none')}>{t('teacher.noneNote')}</EmptyState>
          ) : (
            <ul className="ts-list">
              {items.map((one) => (
                <li key={one.expertId}>
                  <div>
                    <PageLink to={`/talents/${one.expertId}`}>{one.name}</PageLink>{' '}
                    <span className="dt-quiet">{one.title}</span>
                    <div className="dt-small dt-quiet">
                      {t('teacher.dual')}:{' '}
                      {one.isDualQualified === null
                        ? '–'
                        : t(one.isDualQualified ? 'teacher.dualYes' : 'teacher.dualNo')}{' '}
                      · {t('teacher.hours')}: {words.hours(one.minutes)}
                    </div>
                  </div>
                  <span className="ts-row">
                    <span>{t('teacher.needed', { days: one.days, needed: one.neededDays })}</span>
                    <StateTag tone={one.isMet ? 'done' : 'soon'}>
                      {one.isMet
                        ? t('teacher.met')
                        : t('teacher.notMet', { days: one.neededDays - one.days })}
                    </StateTag>
                  </span>
                </li>
              ))}
            </ul>
          )}
        </Panel>
        <Panel title={t('teacher.partTime')}>
          <p className="ts-row">
            <span className="ts-sum">{t('teacher.partTimeOf', { count: partTime, allowed })}</span>
            <StateTag tone={isWithin ? 'done' : 'danger'}>
              {t(isWithin ? 'teacher.within' : 'teacher.over')}
            </StateTag>
          </p>
          <p>{t('teacher.share', { share: share.value / 10, fullTime })}</p>
          <p className="dt-small dt-quiet">
            <Source number={share} />
          </p>
        </Panel>
      </div>
    </>
  );
}

function Source(props: { readonly number: RuleNumber }) {
  const { law, article, isVerified } = props.number;
  const t = usePhrases('talent-sharing');
  return (
    <>
      {t('teacher.law')}: {article === '–' ? law : t('teacher.article', { law, article })}
      {isVerified ? '' : ` · ${t('teacher.unverified')}`}
    </>
  );
}
