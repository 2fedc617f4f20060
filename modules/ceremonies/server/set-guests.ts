import { newId } from '@dualtrack/platform/ids';
import { operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { releaseKey } from '../news.ts';
import { act, endReleases, takePart } from './act.ts';
import { ceremonyView } from './ceremony-view.ts';
import type { CeremoniesTables } from './tables.ts';

const operation = operationsOn<CeremoniesTables>();

/** Sets the guests of one side in order of precedence. Who has an item of the agenda cannot be left out. */
export const setGuests = operation(contract.ceremonies.setGuests, async (ctx, input) => {
  const { ceremonyId, side, revision, guests } = input;
  await act(ctx, ceremonyId, 'seat', async (inner, ceremony) => {
    await takePart(ctx, inner, ceremonyId, `guests-${side}`, revision);
    const stored = await inner.db
      .selectFrom('ceremonyGuest')
      .selectAll()
      .where('ceremonyId', '=', ceremonyId)
      .where('side', '=', side)
      .execute();
    const known = new Map(stored.map((one) => [one.id, one]));
    const kept = new Set(guests.flatMap((one) => one.id ?? []));
    if ([...kept].some((id) => !known.has(id))) throw ctx.refuse('ceremony.no-such-guest');
    const items = await inner.db
      .selectFrom('agendaItem')
      .select('speakerIds')
      .where('ceremonyId', '=', ceremonyId)
      .execute();
    const speakers = new Set(items.flatMap((item) => item.speakerIds));
    const dropped = stored.filter((one) => !kept.has(one.id));
    const missed = dropped.find((one) => speakers.has(one.id));
    if (missed !== undefined) {
      throw ctx.refuse('ceremony.guest-speaks', { name: missed.name || missed.nameEn });
    }
    for (const one of dropped) await inner.db.deleteFrom('ceremonyGuest').where('id', '=', one.id).execute();
    const renamed: string[] = [];
    for (const [index, { id, posts, postsEn, ...facts }] of guests.entries()) {
      const values = {
        ...facts,
        position: index + 1,
        posts: JSON.stringify(posts),
        postsEn: JSON.stringify(postsEn),
      };
      const before = id === undefined ? undefined : known.get(id);
      if (before === undefined) {
        const own = { tenantId: inner.tenant, enterpriseId: ceremony.enterpriseId };
        await inner.db
          .insertInto('ceremonyGuest')
          .values({ ...own, ...values, id: newId(), ceremonyId, side })
          .execute();
        continue;
      }
      const wasCalled = JSON.stringify([before.name, before.nameEn, before.posts, before.postsEn]);
      if (wasCalled !== JSON.stringify([facts.name, facts.nameEn, posts, postsEn])) renamed.push(before.id);
      await inner.db.updateTable('ceremonyGuest').set(values).where('id', '=', before.id).execute();
    }
    const gone = [...renamed, ...dropped.map((one) => one.id)];
    await endReleases(
      inner,
      ceremonyId,
      gone.map((id) => releaseKey('guest', id)),
    );
  });
  return ceremonyView(ctx, ceremonyId);
});
