import {
  EmptyState,
  ErrorState,
  ExportButton,
  Loading,
  PageHeader,
  PageLink,
  Panel,
  StateTag,
  useOperation,
  usePhrases,
} from '@dualtrack/ui';
import type { TeachersView } from '../../contract.ts';
import { partTimePoints } from '../../part-time.ts';
import { allAtOnce, wholeQuery } from '../all-at-once.ts';
import { api } from '../client.ts';
import { PartTimeTag, usePartTimeSentence } from '../parts/part-time-tag.tsx';
import { RuleSource } from '../parts/rule-source.tsx';
import { useWords } from '../words.ts';
import '../talents.css';

/** Months of practice in five years, what speaks for two qualifications, and the limit of part-time teachers. */
export function TeachersPage() {
  const t = usePhrases('talent-sharing');
  const found = useOperation('talentSharing.teachers', api.stays.teachers, undefined);
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const { years, months, daysAMonth, items } = found.data;
  return (
    <>
      <PageHeader title={t('area.teachers')} note={t('teacher.note')} />
      <div className="ts-stack">
        <Panel
          title={t('teacher.days', { years: years.value })}
          count={items.length}
          actions={<PracticeExport items={items} />}
        >
          <p>{t('teacher.rule', { months: months.value, years: years.value, days: daysAMonth.value })}</p>
          <p className="dt-small dt-quiet">
            <RuleSource number={months} />
          </p>
          {items.length === 0 ? (
            <EmptyState title={t('teacher.none')}>{t('teacher.noneNote')}</EmptyState>
          ) : (
            <ul className="ts-list">
              {items.map((one, at) => (
                <TeacherRow key={one.expertId ?? `register-${at}`} teacher={one} />
              ))}
            </ul>
          )}
        </Panel>
        <PartTime found={found.data} />
      </div>
    </>
  );
}

function TeacherRow(props: { readonly teacher: TeachersView['items'][number] }) {
  const { expertId, name, title, parts, unchecked, ...one } = props.teacher;
  const t = usePhrases('talent-sharing');
  const evidence = usePhrases('talent-evidence');
  const words = useWords();
  const missing = parts.filter(({ isMet }) => !isMet);
  return (
    <li>
      <div>
        {expertId === null ? <span>{name}</span> : <PageLink to={`/talents/${expertId}`}>{name}</PageLink>}{' '}
        <span className="dt-quiet">{title}</span>
        <div className="dt-small dt-quiet">
          {t('teacher.dual')}:{' '}
          {one.isDualQualified === null ? '–' : t(one.isDualQualified ? 'teacher.dualYes' : 'teacher.dualNo')}{' '}
          · {t('teacher.hours')}: {words.hours(one.minutes)}
        </div>
        {expertId === null ? (
          <div className="dt-small dt-quiet">{evidence('standing.noCard')}</div>
        ) : (
          <div className="dt-small">
            {missing.length === 0
              ? evidence('standing.met')
              : evidence('standing.missing', {
                  parts: missing.map(({ part }) => evidence(`part.${part}`)).join(' · '),
                })}
            {unchecked === 0 ? '' : ` · ${evidence('standing.unchecked', { count: unchecked })}`}{' '}
            <PageLink to={`/talent-teachers/${expertId}`} aria-label={evidence('standing.openOf', { name })}>
              {evidence('standing.open')}
            </PageLink>
          </div>
        )}
      </div>
      <span className="ts-row">
        <span>{t('teacher.needed', { days: one.days, needed: one.neededDays })}</span>
        <StateTag tone={one.isMet ? 'done' : 'soon'}>
          {one.isMet ? t('teacher.met') : t('teacher.notMet', { days: one.neededDays - one.days })}
        </StateTag>
      </span>
    </li>
  );
}

function PartTime({ found }: { readonly found: TeachersView }) {
  const t = usePhrases('talent-sharing');
  const evidence = usePhrases('talent-evidence');
  const sentence = usePartTimeSentence();
  const words = useWords();
  const { share, training, fullTime, partTime, allowed, isWithin, partTimers } = found;
  return (
    <Panel title={t('teacher.partTime')} actions={<PartTimeExport items={partTimers} />}>
      <p className="ts-row">
        <span className="ts-sum">{t('teacher.partTimeOf', { count: partTime, allowed })}</span>
        <StateTag tone={isWithin ? 'done' : 'danger'}>
          {t(isWithin ? 'teacher.within' : 'teacher.over')}
        </StateTag>
      </p>
      <p>{t('teacher.share', { share: share.value / 10, fullTime })}</p>
      <p className="dt-small dt-quiet">
        <RuleSource number={share} />
      </p>
      {partTimers.length === 0 ? null : (
        <>
          <h3 className="ts-sub">{evidence('training.title')}</h3>
          <p className="dt-small dt-quiet">
            <RuleSource number={training} />
          </p>
          <ul className="ts-list">
            {partTimers.map((one) => (
              <li key={one.expertId}>
                <div>
                  <PageLink to={`/talent-teachers/${one.expertId}`}>{one.name}</PageLink>{' '}
                  <span className="dt-quiet">{words.hours(one.minutes)}</span>
                  <div className="dt-small">
                    {(['breached', 'missing', 'unclear'] as const)
                      .map((state) => sentence(one.points, state))
                      .filter((text) => text !== '')
                      .join('；')}
                  </div>
                </div>
                <PartTimeTag points={one.points} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}

/** Practice and evidence of every teacher as a file. */
function PracticeExport({ items }: { readonly items: TeachersView['items'] }) {
  const t = usePhrases('talent-sharing');
  const evidence = usePhrases('talent-evidence');
  const booking = usePhrases('talent-booking');
  type Row = TeachersView['items'][number];
  const column = (key: string, header: string, text: (row: Row) => string | number) => ({
    ...{ key, header, text, cell: text },
  });
  const isMet = (met: boolean) => evidence(met ? 'part.isMet' : 'part.lacks.certificate');
  return (
    <ExportButton
      load={allAtOnce(items)}
      query={wholeQuery}
      fileName={evidence('sheet.practice')}
      columns={[
        column('name', booking('certificate.name'), (row) => row.name),
        column('title', t('expert.title'), (row) => row.title),
        column('days', t('stay.days'), (row) => row.days),
        column('needed', evidence('sheet.needed'), (row) => row.neededDays),
        column('met', evidence('part.enterprise'), (row) => isMet(row.isMet)),
        column('certificate', evidence('part.certificate'), (row) => have(row, 'certificate')),
        column('transfer', evidence('part.transfer'), (row) => have(row, 'transfer')),
        column('unchecked', evidence('record.waits'), (row) => row.unchecked),
        column('hours', t('teacher.hours'), (row) => row.minutes / 60),
        column('register', evidence('standing.register'), (row) =>
          row.isDualQualified === null ? '' : t(row.isDualQualified ? 'teacher.dualYes' : 'teacher.dualNo'),
        ),
      ]}
    />
  );
}

const have = (row: TeachersView['items'][number], part: string) =>
  row.parts.find((one) => one.part === part)?.have ?? 0;

/** Part-time teachers with each limit as a file. */
function PartTimeExport({ items }: { readonly items: TeachersView['partTimers'] }) {
  const t = usePhrases('talent-sharing');
  const evidence = usePhrases('talent-evidence');
  const booking = usePhrases('talent-booking');
  type Row = TeachersView['partTimers'][number];
  const column = (key: string, header: string, text: (row: Row) => string | number) => ({
    ...{ key, header, text, cell: text },
  });
  if (items.length === 0) return null;
  return (
    <ExportButton
      load={allAtOnce(items)}
      query={wholeQuery}
      fileName={evidence('sheet.partTime')}
      columns={[
        column('name', booking('certificate.name'), (row) => row.name),
        column('hours', t('ledger.hours'), (row) => row.minutes / 60),
        ...partTimePoints.map((point) =>
          column(point, evidence(`point.${point}`), (row) => {
            const state = row.points.find((one) => one.point === point)?.state;
            return state === undefined ? '' : evidence(`pointState.${state}`);
          }),
        ),
      ]}
    />
  );
}
