import { newId } from '@dualtrack/platform/ids';
import { operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { releaseKey } from '../news.ts';
import { act, endReleases, takePart } from './act.ts';
import { ceremonyView, decisionsOf } from './ceremony-view.ts';
import { putDecisions } from './put-decisions.ts';
import type { CeremoniesTables } from './tables.ts';

const operation = operationsOn<CeremoniesTables>();

/** Writes minutes, decisions and what was said. What is worded anew has to be released anew. */
export const setMinutes = operation(contract.ceremonies.setMinutes, async (ctx, input) => {
  const { ceremonyId, revision, minutes, minutesEn, decisions, summaries } = input;
  await act(ctx, ceremonyId, 'minute', async (inner, ceremony) => {
    await takePart(ctx, inner, ceremonyId, 'minutes', revision);
    await inner.db.updateTable('ceremony').set({ minutes, minutesEn }).where('id', '=', ceremonyId).execute();
    const before = await decisionsOf(inner, { ceremonyId });
    const reworded = await putDecisions(inner, ceremony.enterpriseId, { ceremonyId }, before, decisions);
    const resaid: string[] = [];
    for (const { itemId, summary, summaryEn } of summaries) {
      const changed = await inner.db
        .updateTable('agendaItem')
        .set({ summary, summaryEn })
        .where('id', '=', itemId)
        .where('ceremonyId', '=', ceremonyId)
        .where((eb) => eb.or([eb('summary', '<>', summary), eb('summaryEn', '<>', summaryEn)]))
        .executeTakeFirst();
      if (changed.numUpdatedRows > 0n) resaid.push(itemId);
    }
    await endReleases(inner, ceremonyId, [
      ...reworded.map((id) => releaseKey('decision', id)),
      ...resaid.map((id) => releaseKey('statement', id)),
    ]);
  });
  return ceremonyView(ctx, ceremonyId);
});

export const writeGuestBook = operation(contract.ceremonies.writeGuestBook, async (ctx, input) => {
  const { ceremonyId, ...words } = input;
  const id = newId();
  await act(ctx, ceremonyId, 'collect', async (inner, { enterpriseId }) => {
    await inner.db
      .insertInto('guestBookEntry')
      .values({ ...words, tenantId: inner.tenant, enterpriseId, id, ceremonyId, writtenAt: ctx.now })
      .execute();
  });
  return { id, ...words, writtenAt: ctx.now.toISOString() };
});
