import { organisationProfile } from '@dualtrack/organisations/server';
import { operationsOn } from '@dualtrack/platform/operation';
import { type Side, sideOfRole } from '../agreement.ts';
import { contract } from '../contract.ts';
import { paragraphsOf } from '../paper.ts';
import { whyNotReword } from '../proposal.ts';
import { type ActContext, act, changeAgreement, handOf, type LockedAgreement } from './act.ts';
import { agreementView } from './agreement-view.ts';
import { routeOf } from './route-of.ts';
import { reviseSection, writeEvent } from './section-writer.ts';
import type { AgreementsTables } from './tables.ts';
import { sectionsFrom, sourceOf } from './template-source.ts';

const operation = operationsOn<AgreementsTables>();

/** Clauses that speak of the parties: a change of their facts has to be confirmed anew, whoever worded them. */
const partyClauses = ['O01', 'O20', 'B01', 'T01', 'J01', 'P01', 'M01'];
/** Clauses that state the term. */
const termClauses = ['O18', 'B08', 'T09', 'J09', 'P02', 'M06'];

/**
 * Writes the template's sections anew from changed facts. What people worded by hand is left as it is, but counts as
 * changed when it is one of `always`, so that both sides confirm it with the new facts in view.
 */
async function rewrite(
  inner: ActContext,
  agreement: LockedAgreement,
  always: readonly string[],
): Promise<void> {
  const fresh = sectionsFrom(await sourceOf(inner, agreement.id), agreement);
  if (fresh.length === 0) return;
  const sections = await inner.db
    .selectFrom('agreementSection')
    .select(['clause', 'revision', 'body', 'bodyEn', 'changedSide'])
    .where('agreementId', '=', agreement.id)
    .execute();
  for (const { changedSide, ...section } of sections) {
    const next = changedSide === null ? fresh.find((one) => one.clause === section.clause) : undefined;
    const { body, bodyEn } = next ?? section;
    const isChanged = body !== section.body || bodyEn !== section.bodyEn;
    if (isChanged || always.includes(section.clause)) {
      await reviseSection(inner, agreement, handOf(inner), { ...section, body, bodyEn }, false);
    }
  }
}

export const setTerms = operation(contract.setTerms, async (ctx, input) => {
  if (input.validTo < input.validFrom) throw ctx.refuse('agreement.period-backwards');
  return act(ctx, input.agreementId, 'edit', async (inner, agreement) => {
    const { title, titleEn, validFrom, validTo, terms } = input;
    const variables = { ...agreement.variables, terms };
    await changeAgreement(inner, agreement, {
      ...{ title, titleEn, validFrom, validTo },
      state: 'negotiating',
      variables: JSON.stringify(variables),
    });
    await rewrite(inner, { ...agreement, validFrom, validTo, variables }, termClauses);
    await writeEvent(inner, agreement, 'terms-changed', handOf(ctx));
  });
});

export const getOwnParty = operation(contract.ownParty, async (ctx, input) => {
  const { parties } = await agreementView(ctx, input.agreementId);
  const side = sideOfRole(ctx.actor.role);
  const known = parties.find((party) => party.side === side);
  const profile = await organisationProfile(ctx);
  return {
    legalRepresentative: known?.legalRepresentative || profile.legalRepresentative,
    address: known?.address || profile.address,
    signer: known?.signer || ctx.actor.name,
    signerPost: known?.signerPost ?? '',
  };
});

export const setParty = operation(contract.setParty, (ctx, input) =>
  act(ctx, input.agreementId, 'edit', async (inner, agreement) => {
    const { legalRepresentative, address, signer, signerPost } = input;
    const side = sideOfRole(ctx.actor.role);
    const parties = agreement.parties.map((party) =>
      party.side === side ? { ...party, legalRepresentative, address, signer, signerPost } : party,
    );
    await changeAgreement(inner, agreement, { state: 'negotiating', parties: JSON.stringify(parties) });
    await rewrite(inner, { ...agreement, parties }, partyClauses);
    await writeEvent(inner, agreement, 'party-changed', handOf(ctx));
  }),
);

export const editSection = operation(contract.editSection, (ctx, input) => {
  const { clause, revision, body, bodyEn } = input;
  const zh = paragraphsOf(body);
  const en = paragraphsOf(bodyEn);
  // The two languages stand beside one another on paper, paragraph by paragraph.
  if (zh.length !== en.length) {
    throw ctx.refuse('section.paragraphs-differ', { zh: zh.length, en: en.length });
  }
  return act(ctx, input.agreementId, 'edit', async (inner, agreement) => {
    const present = await inner.db
      .selectFrom('agreementSection')
      .select(['revision', 'owner'])
      .where('agreementId', '=', agreement.id)
      .where('clause', '=', clause)
      .executeTakeFirst();
    if (present?.revision !== revision) throw ctx.refuse('section.changed', { clause });
    const side = sideOfRole(ctx.actor.role);
    const reason =
      side === null ? 'section.not-own' : whyNotReword(present, side, await routeOf(inner, agreement.id));
    if (reason !== null) throw ctx.refuse(reason, { clause });
    const wording = { clause, revision, body: zh.join('\n'), bodyEn: en.join('\n') };
    await reviseSection(inner, agreement, handOf(ctx), wording, true);
    await changeAgreement(inner, agreement, { state: 'negotiating' });
    await writeEvent(inner, agreement, 'section-changed', handOf(ctx), { clause, revision: revision + 1 });
  });
});

async function writeConfirmation(
  inner: ActContext,
  agreement: LockedAgreement,
  side: Side,
  wording: { clause: string; revision: number },
): Promise<void> {
  const mark = {
    revision: wording.revision,
    confirmedBy: inner.actor.personId,
    confirmedName: inner.actor.name,
    confirmedAt: inner.now,
  };
  await inner.db
    .insertInto('agreementConfirmation')
    .values({
      tenantId: inner.tenant,
      enterpriseId: agreement.enterpriseId,
      agreementId: agreement.id,
      clause: wording.clause,
      side,
      ...mark,
    })
    .onConflict((conflict) =>
      conflict.columns(['tenantId', 'agreementId', 'clause', 'side']).doUpdateSet(mark),
    )
    .execute();
}

export const confirmSections = operation(contract.confirm, (ctx, input) =>
  act(ctx, input.agreementId, 'confirm', async (inner, agreement) => {
    const side = sideOfRole(ctx.actor.role);
    if (side === null) throw ctx.refuse('agreement.not-your-role', { action: 'confirm' });
    const { clauses } = await agreementView(inner, agreement.id);
    for (const wording of input.sections) {
      const present = clauses.find((section) => section.clause === wording.clause);
      // Nobody confirms a wording that they have not seen.
      if (present?.revision !== wording.revision) {
        throw ctx.refuse('section.changed', { clause: wording.clause });
      }
      if (present.confirmed[side] === null) await writeConfirmation(inner, agreement, side, wording);
    }
    const names = input.sections.map((section) => section.clause);
    await writeEvent(inner, agreement, 'sections-confirmed', handOf(ctx), { clauses: names });
    const view = await agreementView(inner, agreement.id);
    if (view.waitingFor.length > 0) return;
    await changeAgreement(inner, agreement, { state: 'confirmed' });
    await writeEvent(inner, agreement, 'confirmed', handOf(ctx));
  }),
);
