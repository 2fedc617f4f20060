import { findProgrammes } from '@dualtrack/organisations/server';
import { Refusal } from '@dualtrack/platform/errors';
import { createLink, openLink, publicAddress, revokeLinksTo } from '@dualtrack/platform/links';
import {
  asSystem,
  openOperation,
  operationsOn,
  type TransactionContext,
} from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { whyNotNotice } from '../demand-notice.ts';
import { daysAfter } from '../intake-slots.ts';
import { writeReply } from './answer-demand.ts';
import { countIntake } from './intake.ts';
import { noticeView } from './notice-view.ts';
import type { WorkforceTables } from './tables.ts';

const operation = operationsOn<WorkforceTables>();
const kind = 'demand-answer';
/** Long enough for a holiday, short enough that a forwarded mail does not open for ever. */
const linkDays = 30;
/** Who answers by link speaks for the office that made it. */
const role = 'school-office';

/** Makes the one link that answers a demand, as a path; an earlier one opens nothing any more. */
export async function answerPath<Tables>(
  context: TransactionContext<Tables>,
  noticeId: string,
  madeBy: string,
): Promise<string> {
  await revokeLinksTo(context, kind, noticeId);
  const { token } = await createLink(context, {
    ...{ kind, subjectId: noticeId, enterpriseId: null },
    expiresAt: new Date(context.now.getTime() + linkDays * 86_400_000),
    details: { madeBy },
  });
  return `/answer/${token}`;
}

export const makeAnswerLink = operation(contract.board.link, async (ctx, { noticeId }) => {
  const view = await noticeView(ctx, noticeId, ctx.actor.role);
  const reason = view.abilities.offer ?? null;
  if (reason !== null)
    throw ctx.refuse(reason === 'demand.not-your-role' ? reason : 'demand.not-in-state', { action: 'offer' });
  const path = await answerPath(ctx, noticeId, ctx.actor.name);
  ctx.audit(noticeId, { action: 'link' });
  return { address: `${publicAddress(ctx.kernel)}${path}`, until: daysAfter(ctx.today, linkDays) };
});

/** Whoever has the link sees this demand and the school's programmes, and nothing else. */
export const openAnswerLink = openOperation(contract.board.open, async ({ kernel }, { token }) => {
  const link = await openLink(kernel, kind, token);
  return asSystem<WorkforceTables, Awaited<ReturnType<typeof shown>>>(kernel, link.tenant, shown);

  async function shown(context: Parameters<Parameters<typeof asSystem<WorkforceTables, unknown>>[2]>[0]) {
    const { abilities: _, ...notice } = await noticeView(context, link.subjectId, role);
    const asked = await context.db
      .selectFrom('demandNotice')
      .select(['occupation', 'isco'])
      .where('tenantId', '=', link.tenant)
      .where('id', '=', link.subjectId)
      .executeTakeFirstOrThrow();
    const fits = ({ occupations }: { occupations: readonly string[] }) =>
      occupations.some((code) => code === asked.occupation || code === asked.isco) ? 0 : 1;
    // The programme that trains for what is asked stands first, so that it is chosen already.
    const programmes = (await findProgrammes(context)).sort((a, b) => fits(a) - fits(b));
    return {
      notice,
      mayAnswer: whyNotNotice(notice, { role }, 'offer') === null,
      programmes: programmes.map(({ majorCode, name, nameEn }) => ({ majorCode, name, nameEn })),
    };
  }
});

/** Answers from the link; it opens nothing any more once answered. */
export const answerByLink = openOperation(
  contract.board.answerByLink,
  async (context, { token, name, reply }) => {
    const { kernel } = context;
    const link = await openLink(kernel, kind, token);
    await asSystem<WorkforceTables, void>(kernel, link.tenant, async (inner) => {
      const refused = await writeReply(inner, link.subjectId, reply, { role, name });
      if (refused === 'demand.no-such-programme') throw new Refusal(refused, 422);
      if (refused !== null) throw new Refusal('demand.not-in-state', 409, { action: reply.decision });
      await revokeLinksTo(inner, kind, link.subjectId);
      await countIntake(inner);
    });
    return { ok: true as const };
  },
);
