import { organisationNames } from '@dualtrack/organisations/server';
import type { Role } from '@dualtrack/platform/contract';
import { notFound } from '@dualtrack/platform/errors';
import type { TransactionContext } from '@dualtrack/platform/operation';
import type { Selectable } from 'kysely';
import type { NoticeView } from '../contract.ts';
import { noticeActions, whyNotNotice } from '../demand-notice.ts';
import { ownDb } from './order-view.ts';
import type { WorkforceTables } from './tables.ts';

export type NoticeRow = Selectable<WorkforceTables['demandNotice']>;

/** Rows of published demand as a role sees them. */
export async function noticeViews<Tables>(
  context: TransactionContext<Tables>,
  rows: readonly NoticeRow[],
  role: Role,
): Promise<NoticeView[]> {
  const names = await organisationNames(
    context,
    rows.flatMap((row) => [row.tenantId, row.enterpriseId]),
  );
  return rows.map(
    ({
      tenantId,
      postingId: _,
      isco: __,
      postId: ___,
      answeredAt: ____,
      changedAt: _____,
      publishedAt,
      ...row
    }) => ({
      ...row,
      home: tenantId,
      school: names.get(tenantId)?.name ?? '',
      schoolEn: names.get(tenantId)?.nameEn ?? '',
      enterprise: names.get(row.enterpriseId)?.name ?? '',
      enterpriseEn: names.get(row.enterpriseId)?.nameEn ?? '',
      publishedAt: publishedAt.toISOString(),
      abilities: Object.fromEntries(
        noticeActions.map((action) => [action, whyNotNotice(row, { role }, action)]),
        // Every action is there, because the list of actions was mapped.
      ) as NoticeView['abilities'],
    }),
  );
}

/** One published demand. @throws thing.not-found */
export async function noticeView<Tables>(
  context: TransactionContext<Tables>,
  id: string,
  role: Role,
): Promise<NoticeView> {
  const row = await ownDb(context)
    .selectFrom('demandNotice')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  const [view] = row === undefined ? [] : await noticeViews(context, [row], role);
  if (view === undefined) throw notFound('demand-notice');
  return view;
}
