import { noticeMail } from '@dualtrack/accounts/server';
import { phrase } from '@dualtrack/locales';
import { createLink, openLink, publicAddress } from '@dualtrack/platform/links';
import { asSystem, openOperation, type TransactionContext } from '@dualtrack/platform/operation';
import * as z from 'zod';
import { contract } from '../contract.ts';
import { sides } from '../side.ts';
import { ownerHome } from './asking.ts';
import { cardReader } from './card-reader.ts';
import { partyNames } from './parties.ts';
import { putAnswer } from './put-answer.ts';
import type { TalentTables } from './tables.ts';

const kind = 'talent-answer';
const details = z.object({ expertId: z.uuid(), side: z.enum(sides) });

async function sessionOf(context: TransactionContext<TalentTables>, sessionId: string, expertId: string) {
  const session = await context.db
    .selectFrom('talentSession')
    .selectAll()
    .where('id', '=', sessionId)
    .executeTakeFirst();
  const expert = await context.db
    .selectFrom('sessionExpert')
    .selectAll()
    .where('sessionId', '=', sessionId)
    .where('expertId', '=', expertId)
    .executeTakeFirst();
  return session === undefined || expert === undefined ? undefined : { session, expert };
}

/** Reaction: writes to somebody who is asked, with a link that answers without a sign-in until the session begins. */
export async function onAsked(
  context: TransactionContext<TalentTables>,
  payload: { sessionId: string; expertId: string },
): Promise<void> {
  const found = await sessionOf(context, payload.sessionId, payload.expertId);
  if (found === undefined || found.session.state !== 'asked') return;
  const { session, expert } = found;
  const card = await context.within({ tenant: ownerHome(session, expert.side), enterprise: null }, ({ db }) =>
    db
      .selectFrom('expert')
      .select(['name', 'mail', 'personId'])
      .where('id', '=', expert.expertId)
      .executeTakeFirst(),
  );
  if (card === undefined) return;
  const to = await cardReader(context, card);
  if (to === null) return;
  const { token } = await createLink(context, {
    ...{ kind, subjectId: session.id, enterpriseId: session.enterpriseId, expiresAt: session.startsAt },
    details: { expertId: expert.expertId, side: expert.side },
  });
  const names = (await partyNames(context, [session]))(session);
  const when = new Intl.DateTimeFormat(to.locale, {
    timeZone: session.zone || context.kernel.config.timeZone,
    ...{ dateStyle: 'full', timeStyle: 'short' },
  });
  const params = {
    ...{ name: card.name, title: session.title, when: when.format(session.startsAt), by: session.byName },
    from: session.forSide === 'school' ? names.school : names.enterprise,
    link: `${publicAddress(context.kernel)}/talent-answer/${token}`,
  };
  await context.kernel.mailer.send(
    noticeMail(context.kernel, to, {
      subject: phrase(to.locale, 'talent-sharing', 'mail.subject', params),
      text: phrase(to.locale, 'talent-sharing', 'mail.text', params),
    }),
  );
}

async function viewOf(context: TransactionContext<TalentTables>, sessionId: string, expertId: string) {
  const found = await sessionOf(context, sessionId, expertId);
  if (found === undefined) return undefined;
  const { session, expert } = found;
  const namesOf = await partyNames(context, [session]);
  return {
    ...session,
    ...namesOf(session),
    startsAt: session.startsAt.toISOString(),
    endsAt: session.endsAt.toISOString(),
    expert: expert.name,
    asker: session.byName,
    answer: expert.answer,
  };
}

export const showAnswerLink = openOperation(contract.sessions.link.show, async (ctx, input) => {
  const link = await openLink(ctx.kernel, kind, input.token);
  const { expertId } = details.parse(link.details);
  const view = await asSystem<TalentTables, Awaited<ReturnType<typeof viewOf>>>(
    ctx.kernel,
    link.tenant,
    (context) => viewOf(context, link.subjectId, expertId),
  );
  if (view === undefined) throw ctx.refuse('link.unknown');
  return view;
});

/** Whoever holds the link is the person to whom it was sent; the superior's approval is not theirs to give. */
export const answerByLink = openOperation(contract.sessions.link.answer, async (ctx, input) => {
  const link = await openLink(ctx.kernel, kind, input.token);
  const { expertId, side } = details.parse(link.details);
  const view = await asSystem<TalentTables, Awaited<ReturnType<typeof viewOf>>>(
    ctx.kernel,
    link.tenant,
    async (context) => {
      const found = await sessionOf(context, link.subjectId, expertId);
      const fault = await putAnswer(context, link.tenant, {
        ...{
          sessionId: link.subjectId,
          expertId,
          side,
          reason: input.reason,
          cover: input.cover,
          isExpert: true,
          isLead: false,
        },
        ...{ said: input.accept ? 'accept' : 'decline', by: found?.expert.name ?? '' },
      });
      if (fault !== null) throw ctx.refuse(fault.code, fault);
      return viewOf(context, link.subjectId, expertId);
    },
  );
  if (view === undefined) throw ctx.refuse('link.unknown');
  return view;
});
