import { contract as agreementsContract } from '@dualtrack/agreements/contract';
import {
  createClient,
  Day,
  ErrorState,
  Loading,
  Moment,
  PageHeader,
  PageLink,
  Panel,
  StateTag,
  useOperation,
  usePathParam,
  usePhrases,
} from '@dualtrack/ui';
import type { ReactNode } from 'react';
import { api } from '../client.ts';
import { TaskLine } from '../parts/task-line.tsx';
import { toneOf, useWords } from '../words.ts';
import '../ceremonies.css';

const agreements = createClient(agreementsContract);
const most = { page: 1, size: 50 };

/** What goes on beside one agreement: meetings, ceremonies, threads, and what came of them. */
export function BesidePage() {
  const agreementId = usePathParam('agreementId');
  const t = usePhrases('ceremonies');
  const words = useWords();
  const found = useOperation('agreements.get', agreements.get, { agreementId });
  const input = { agreementId, ...most };
  const meetings = useOperation('ceremonies.besideMeetings', api.meetings.list, {
    ...{ ...input, sort: '-startsAt' },
  });
  const ceremonies = useOperation('ceremonies.besideCeremonies', api.ceremonies.list, input);
  const threads = useOperation('ceremonies.besideThreads', api.discussion.list, input);
  const tasks = useOperation('ceremonies.besideTasks', api.followUps.list, { ...input, sort: 'dueOn' });
  const all = [found, meetings, ceremonies, threads, tasks];
  const failed = all.find((one) => one.isError);
  if (failed?.error) return <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />;
  if (all.some((one) => one.isPending) || found.data === undefined) return <Loading />;
  const title = words.pick(found.data.title, found.data.titleEn) || found.data.number;
  const open = (tasks.data?.items ?? []).filter((task) => task.state === 'open');
  const done = (tasks.data?.items ?? []).filter((task) => task.state === 'done');
  const start = (path: string, label: string) => (
    <PageLink className="dt-button" to={`${path}?agreement=${agreementId}`}>
      {label}
    </PageLink>
  );
  return (
    <>
      <PageHeader
        title={t('beside.title')}
        crumbs={[
          { label: t('beside.agreements'), to: '/agreements' },
          { label: title, to: `/agreements/${agreementId}` },
        ]}
      />
      <div className="ce-stack">
        <Panel title={t('beside.tasks')} count={open.length}>
          {open.length + done.length === 0 ? <p className="dt-quiet">{t('tasks.none')}</p> : null}
          <ul className="ce-tasks">
            {[...open, ...done].map((task) => (
              <TaskLine
                key={task.id}
                task={task}
                note={task.meetingId === null ? t('beside.ceremony') : words.pick(task.origin, task.originEn)}
                mayEdit
              />
            ))}
          </ul>
        </Panel>
        <Lines
          title={t('meetings.title')}
          none={t('meetings.none')}
          action={start('/meetings/new', t('meetings.new'))}
          lines={(meetings.data?.items ?? []).map((row) => ({
            ...{ id: row.id, to: `/meetings/${row.id}`, name: row.title },
            when: <Moment instant={row.startsAt} />,
            state: <StateTag tone={toneOf(row.state)}>{t(`state.${row.state}`)}</StateTag>,
          }))}
        />
        <Lines
          title={t('talk.title')}
          none={t('talk.none')}
          action={start('/discussions/new', t('talk.new'))}
          lines={(threads.data?.items ?? []).map((row) => ({
            ...{ id: row.id, to: `/discussions/${row.id}`, name: row.subject },
            when: <Moment instant={row.lastAt} />,
            state: (
              <StateTag tone={row.isMentioned ? 'soon' : row.isUnread ? 'now' : 'plain'}>
                {t(row.isMentioned ? 'talk.mentioned' : row.isUnread ? 'talk.unread' : closed(row.closedAt))}
              </StateTag>
            ),
          }))}
        />
        <Lines
          title={t('list.ceremonies')}
          none={t('beside.noCeremony')}
          action={start('/ceremonies/new', t('new.title'))}
          lines={(ceremonies.data?.items ?? []).map((row) => ({
            ...{ id: row.id, to: `/ceremonies/${row.id}`, name: words.title(row) },
            when: <Day day={row.heldOn} />,
            state: <StateTag tone={toneOf(row.state)}>{t(`state.${row.state}`)}</StateTag>,
          }))}
        />
      </div>
    </>
  );
}

const closed = (at: string | null) => (at === null ? 'talk.openState' : 'talk.closedState');

type Line = { id: string; to: string; name: string; when: ReactNode; state: ReactNode };

function Lines(props: {
  readonly title: string;
  readonly none: string;
  readonly action: ReactNode;
  readonly lines: readonly Line[];
}) {
  return (
    <Panel title={props.title} count={props.lines.length} actions={props.action}>
      {props.lines.length === 0 ? <p className="dt-quiet">{props.none}</p> : null}
      <ul className="ce-tasks">
        {props.lines.map((line) => (
          <li key={line.id}>
            <div>
              <PageLink to={line.to}>{line.name}</PageLink>
              <div className="dt-small dt-quiet">{line.when}</div>
            </div>
            {line.state}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
