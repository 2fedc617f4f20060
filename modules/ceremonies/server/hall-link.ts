import { Refusal } from '@dualtrack/platform/errors';
import {
  createLink,
  type OpenedLink,
  openLink,
  publicAddress,
  revokeLinksTo,
} from '@dualtrack/platform/links';
import { asSystem, homeOf, type Kernel, openOperation, operationsOn } from '@dualtrack/platform/operation';
import { contract, type HallView } from '../contract.ts';
import { hallViewOf } from '../hall-view.ts';
import { act } from './act.ts';
import { dayBefore } from './day-before.ts';
import { liveView } from './live.ts';
import { hallLinkKind as kind } from './open-hall-link.ts';
import { ownDb } from './own-db.ts';
import type { CeremoniesTables } from './tables.ts';

const operation = operationsOn<CeremoniesTables>();
/** The screen stays for the evening's talk and for taking the hall down; then nobody needs the link. */
const daysAfter = 2;

export const makeHallLink = operation(contract.hall.makeLink, (ctx, { ceremonyId }) =>
  act(ctx, ceremonyId, 'edit', async (inner, { enterpriseId }) => {
    await revokeLinksTo(inner, kind, ceremonyId);
    const { token } = await createLink(inner, {
      ...{ kind, subjectId: ceremonyId, enterpriseId, expiresAt: null },
      details: { madeBy: ctx.actor.name },
    });
    return { address: `${publicAddress(ctx.kernel)}/hall/${token}` };
  }),
);

export const revokeHallLink = operation(contract.hall.revokeLink, async (ctx, { ceremonyId }) => {
  const home = await homeOf(ctx, 'ceremony', ceremonyId);
  await ctx.inHome(home, (inner) => revokeLinksTo(inner, kind, ceremonyId));
  ctx.audit(ceremonyId, { action: 'revoke-hall-link' });
  return { ok: true as const };
});

async function hallBehind(kernel: Kernel, link: OpenedLink): Promise<HallView> {
  return asSystem<CeremoniesTables, HallView>(kernel, link.tenant, async (context) => {
    const row = await ownDb(context)
      .selectFrom('ceremony')
      .select(['heldOn', 'state'])
      .where('id', '=', link.subjectId)
      .executeTakeFirst();
    const isOver = row === undefined || row.heldOn < dayBefore(context.today, daysAfter);
    if (isOver || row.state === 'cancelled') throw new Refusal('link.unknown', 404);
    return hallViewOf(await liveView(context, link.subjectId));
  });
}

/** Whoever has the link sees the wall and nothing else; unknown, revoked and outlived links are answered alike. */
export const showHall = openOperation(contract.hall.show, async ({ kernel }, { token }) =>
  hallBehind(kernel, await openLink(kernel, kind, token)),
);
