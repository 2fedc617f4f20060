import { notFound } from '@dualtrack/platform/errors';
import { operationsOn, type TransactionContext } from '@dualtrack/platform/operation';
import { contract, type LiveView } from '../contract.ts';
import { act } from './act.ts';
import { agendaOf, guestsOf, signatureViews } from './ceremony-view.ts';
import { ownDb } from './own-db.ts';
import { partyNames } from './parties.ts';
import type { CeremoniesTables } from './tables.ts';

const operation = operationsOn<CeremoniesTables>();

/** What is going on now. The whole state comes with each answer, so a screen that was off catches up. */
export async function liveView<Tables>(
  context: TransactionContext<Tables>,
  ceremonyId: string,
): Promise<LiveView> {
  const row = await ownDb(context)
    .selectFrom('ceremony')
    .selectAll()
    .where('id', '=', ceremonyId)
    .executeTakeFirst();
  if (row === undefined) throw notFound('ceremony');
  const { id, state, title, titleEn, heldOn, place, placeEn, paper, paperEn, plaque, plaqueEn } = row;
  const namesOf = await partyNames(context, [row]);
  const guests = await guestsOf(context, ceremonyId);
  const person = ({ side, name, nameEn, posts, postsEn }: (typeof guests)[number]) => ({
    ...{ side, name, nameEn, posts, postsEn },
  });
  const agenda = await agendaOf(context, ceremonyId);
  return {
    ...{ id, state, title, titleEn, heldOn, place, placeEn, paper, paperEn, plaque, plaqueEn },
    ...namesOf(row.tenantId, row.enterpriseId),
    revision: row.liveRevision,
    items: agenda.map(({ speakerIds, ...item }) => ({
      ...{ id: item.id, kind: item.kind, title: item.title, titleEn: item.titleEn, minutes: item.minutes },
      ...{ begunAt: item.begunAt, topics: item.topics, speech: item.speech, speechEn: item.speechEn },
      speakers: speakerIds.flatMap((one) => guests.filter((guest) => guest.id === one).map(person)),
    })),
    currentId: row.liveItemId,
    unveiledAt: row.unveiledAt?.toISOString() ?? null,
    signatures: await signatureViews(context, row.agreementId),
    signers: guests.filter((guest) => guest.duty === 'signer').map(person),
    now: context.now.toISOString(),
  };
}

export const getLive = operation(contract.ceremonies.live, (ctx, input) => liveView(ctx, input.ceremonyId));

/** One press of the remote. Of two remotes pressed at once, one moves the screen and the other is told. */
export const controlLive = operation(contract.ceremonies.control, async (ctx, input) => {
  const { ceremonyId, press, itemId } = input;
  await act(ctx, ceremonyId, 'control', async (inner, ceremony) => {
    if (ceremony.liveRevision !== input.revision) throw ctx.refuse('ceremony.moved-already');
    const items = await agendaOf(inner, ceremonyId);
    const at = items.findIndex((item) => item.id === ceremony.liveItemId);
    if (press === 'go-to' && !items.some((item) => item.id === itemId)) {
      throw ctx.refuse('ceremony.no-such-item');
    }
    const goesTo = {
      next: (items[at + 1] ?? items[at])?.id ?? null,
      back: at <= 0 ? null : (items[at - 1]?.id ?? null),
      'go-to': itemId,
      unveil: ceremony.liveItemId,
      veil: ceremony.liveItemId,
    }[press];
    const unveiledAt = press === 'unveil' ? (ceremony.unveiledAt ?? ctx.now) : ceremony.unveiledAt;
    await inner.db
      .updateTable('ceremony')
      .set({
        liveItemId: goesTo,
        liveRevision: ceremony.liveRevision + 1,
        unveiledAt: press === 'veil' ? null : unveiledAt,
      })
      .where('id', '=', ceremonyId)
      .execute();
    if (goesTo === null) return;
    await inner.db
      .updateTable('agendaItem')
      .set({ begunAt: ctx.now })
      .where('id', '=', goesTo)
      .where('begunAt', 'is', null)
      .execute();
  });
  return liveView(ctx, ceremonyId);
});
