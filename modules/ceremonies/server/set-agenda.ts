import { newId } from '@dualtrack/platform/ids';
import { operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { act, takePart } from './act.ts';
import { ceremonyView } from './ceremony-view.ts';
import type { CeremoniesTables } from './tables.ts';

const operation = operationsOn<CeremoniesTables>();

/** Sets the agenda in its order. An item that the screen shows at this moment stays where people can see it. */
export const setAgenda = operation(contract.ceremonies.setAgenda, async (ctx, input) => {
  const { ceremonyId, revision, items } = input;
  await act(ctx, ceremonyId, 'edit', async (inner, ceremony) => {
    await takePart(ctx, inner, ceremonyId, 'agenda', revision);
    const guests = await inner.db
      .selectFrom('ceremonyGuest')
      .select('id')
      .where('ceremonyId', '=', ceremonyId)
      .execute();
    const present = new Set(guests.map((one) => one.id));
    if (items.some((item) => item.speakerIds.some((id) => !present.has(id)))) {
      throw ctx.refuse('ceremony.no-such-guest');
    }
    const stored = await inner.db
      .selectFrom('agendaItem')
      .select('id')
      .where('ceremonyId', '=', ceremonyId)
      .execute();
    const known = new Set(stored.map((one) => one.id));
    const kept = new Set(items.flatMap((item) => item.id ?? []));
    for (const { id } of stored) {
      if (!kept.has(id)) await inner.db.deleteFrom('agendaItem').where('id', '=', id).execute();
    }
    for (const [position, { id, speakerIds, topics, ...facts }] of items.entries()) {
      const values = {
        ...facts,
        position,
        speakerIds: JSON.stringify(speakerIds),
        topics: JSON.stringify(topics),
      };
      if (id !== undefined && known.has(id)) {
        await inner.db.updateTable('agendaItem').set(values).where('id', '=', id).execute();
        continue;
      }
      const own = { tenantId: inner.tenant, enterpriseId: ceremony.enterpriseId };
      await inner.db
        .insertInto('agendaItem')
        .values({ ...own, ...values, id: newId(), ceremonyId, begunAt: null })
        .execute();
    }
    if (ceremony.liveItemId !== null && !kept.has(ceremony.liveItemId)) {
      await inner.db
        .updateTable('ceremony')
        .set({ liveItemId: null, liveRevision: ceremony.liveRevision + 1 })
        .where('id', '=', ceremonyId)
        .execute();
    }
  });
  return ceremonyView(ctx, ceremonyId);
});
