import {
  DayRange,
  EmptyState,
  ErrorState,
  Loading,
  PageHeader,
  Panel,
  StateTag,
  useNameOf,
  useOperation,
  usePhrases,
  useWrite,
} from '@dualtrack/ui';
import { Button } from 'antd';
import { api } from '../client.ts';
import { ProjectHours } from '../parts/project-hours.tsx';
import { useWords } from '../words.ts';
import '../innovation.css';

/** A student's joint projects with hours and credit, and those that take students in. */
export function MyInnovationPage() {
  const t = usePhrases('innovation-projects');
  const words = useWords();
  const nameOf = useNameOf();
  const found = useOperation('innovation.mine', api.projects.mine, {});
  const join = useWrite(api.projects.applyAsStudent, { invalidates: ['innovation'], done: t('form.done') });
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  return (
    <>
      <PageHeader title={t('mine.title')} />
      {found.data.length === 0 ? <EmptyState title={t('mine.none')}>{t('mine.noneNote')}</EmptyState> : null}
      <div className="in-stack">
        {found.data.map((one) => (
          <Panel key={one.id} title={words.pick(one.title, one.titleEn)}>
            <p className="in-prose">{one.goal}</p>
            <p className="dt-quiet dt-small">
              {nameOf({ name: one.enterprise, nameEn: one.enterpriseEn })} ·{' '}
              <DayRange from={one.startsOn} to={one.endsOn} />
            </p>
            <div className="in-row">
              {one.own === null ? (
                <Button type="primary" onClick={() => join.mutate({ projectId: one.id, answer: 'apply' })}>
                  {t('team.apply')}
                </Button>
              ) : (
                <>
                  <StateTag tone={one.own.state === 'joined' ? 'done' : 'now'}>
                    {t(`member.${one.own.state}`)}
                  </StateTag>
                  <span className="dt-small">
                    {t('team.hours', { hours: one.own.hours, credit: one.own.credit / 100 })}
                  </span>
                </>
              )}
              {one.own?.state === 'invited' ? (
                <>
                  <Button onClick={() => join.mutate({ projectId: one.id, answer: 'decline' })}>
                    {t('team.decline')}
                  </Button>
                  <Button type="primary" onClick={() => join.mutate({ projectId: one.id, answer: 'accept' })}>
                    {t('team.accept')}
                  </Button>
                </>
              ) : null}
            </div>
            {one.own?.state === 'joined' && one.state !== 'preparing' ? (
              <ProjectHours projectId={one.id} mayLog={one.state === 'running'} mayConfirm={false} />
            ) : null}
          </Panel>
        ))}
      </div>
    </>
  );
}
