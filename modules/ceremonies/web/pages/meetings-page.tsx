import {
  DataTable,
  EmptyState,
  Moment,
  oneOf,
  PageHeader,
  PageLink,
  StateTag,
  usePhrases,
  useSession,
} from '@dualtrack/ui';
import { meetingStates } from '../../meeting.ts';
import { api } from '../client.ts';
import { toneOf, useWords } from '../words.ts';

/** Meetings of both sides, the last first. */
export function MeetingsPage() {
  const t = usePhrases('ceremonies');
  const words = useWords();
  const isEnterprise = useSession().membership.organisation.kind === 'enterprise';
  const create = (
    <PageLink className="dt-button dt-button-primary" to="/meetings/new">
      {t('meetings.new')}
    </PageLink>
  );
  return (
    <>
      <PageHeader title={t('meetings.title')} actions={create} />
      <DataTable
        name="ceremonies.meetings"
        label={t('meetings.title')}
        load={({ q, sort, page, size, state }, options) =>
          api.meetings.list({ q, sort, page, size, state: oneOf(meetingStates, state) }, options)
        }
        filters={[
          {
            key: 'state',
            label: t('list.state'),
            options: meetingStates.map((value) => ({ value, label: t(`state.${value}`) })),
          },
        ]}
        columns={[
          {
            key: 'title',
            header: t('meetings.name'),
            cell: (row) => row.title,
            text: (row) => row.title,
            isTitle: true,
            isSortable: true,
          },
          {
            key: 'startsAt',
            header: t('meetings.startsAt'),
            cell: (row) => <Moment instant={row.startsAt} />,
            text: (row) => row.startsAt,
            isSortable: true,
          },
          {
            key: 'place',
            header: t('meetings.place'),
            cell: (row) => row.place,
            text: (row) => row.place,
          },
          {
            key: 'partner',
            header: t('list.partner'),
            cell: (row) => words.sides(row)[isEnterprise ? 'school' : 'enterprise'],
            text: (row) => words.sides(row)[isEnterprise ? 'school' : 'enterprise'],
          },
          {
            key: 'state',
            header: t('list.state'),
            cell: (row) => <StateTag tone={toneOf(row.state)}>{t(`state.${row.state}`)}</StateTag>,
            text: (row) => t(`state.${row.state}`),
            isSortable: true,
          },
        ]}
        rowKey={(row) => row.id}
        rowPath={(row) => `/meetings/${row.id}`}
        exportName={t('meetings.title')}
        empty={
          <EmptyState title={t('meetings.none')} action={create}>
            {t('meetings.noneNote')}
          </EmptyState>
        }
      />
    </>
  );
}
