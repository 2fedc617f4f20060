import {
  DataTable,
  EmptyState,
  Moment,
  oneOf,
  PageHeader,
  PageLink,
  StateTag,
  usePhrases,
} from '@dualtrack/ui';
import type { ThreadRow } from '../../contract.ts';
import { api } from '../client.ts';

/** Threads beside agreements, the last written in first. */
export function ThreadsPage() {
  const t = usePhrases('ceremonies');
  const create = (
    <PageLink className="dt-button dt-button-primary" to="/discussions/new">
      {t('talk.new')}
    </PageLink>
  );
  const stateOf = (row: ThreadRow) =>
    row.isMentioned
      ? t('talk.mentioned')
      : row.isUnread
        ? t('talk.unread')
        : row.closedAt === null
          ? t('talk.openState')
          : t('talk.closedState');
  return (
    <>
      <PageHeader title={t('talk.title')} actions={create} />
      <DataTable
        name="ceremonies.threads"
        label={t('talk.title')}
        load={({ q, sort, page, size, scope }, options) =>
          api.discussion.list(
            { q, sort, page, size, scope: oneOf(['open', 'mentioned'] as const, scope) },
            options,
          )
        }
        filters={[
          {
            key: 'scope',
            label: t('list.state'),
            options: [
              { value: 'open', label: t('talk.openState') },
              { value: 'mentioned', label: t('talk.mentioned') },
            ],
          },
        ]}
        columns={[
          {
            key: 'subject',
            header: t('talk.subject'),
            cell: (row) => row.subject,
            text: (row) => row.subject,
            isTitle: true,
            isSortable: true,
          },
          {
            key: 'lastAt',
            header: t('talk.last'),
            cell: (row) => <Moment instant={row.lastAt} />,
            text: (row) => row.lastAt,
            isSortable: true,
          },
          {
            key: 'posts',
            header: t('talk.posts'),
            cell: (row) => row.posts,
            text: (row) => row.posts,
            isNumber: true,
          },
          {
            key: 'state',
            header: t('list.state'),
            cell: (row) => (
              <StateTag tone={row.isMentioned ? 'soon' : row.isUnread ? 'now' : 'plain'}>
                {stateOf(row)}
              </StateTag>
            ),
            text: stateOf,
          },
        ]}
        rowKey={(row) => row.id}
        rowPath={(row) => `/discussions/${row.id}`}
        exportName={t('talk.title')}
        empty={
          <EmptyState title={t('talk.none')} action={create}>
            {t('talk.noneNote')}
          </EmptyState>
        }
      />
    </>
  );
}
