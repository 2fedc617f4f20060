import { newId } from '@dualtrack/platform/ids';
import { operationsOn } from '@dualtrack/platform/operation';
import { amendmentsContract as contract } from '../contract/amendments.ts';
import type { AgreementTerms } from '../shapes.ts';
import { type ActContext, act, handOf, type LockedAgreement } from './act.ts';
import { insertSections, writeEvent } from './section-writer.ts';
import type { AgreementsTables } from './tables.ts';
import { sectionsFrom, sourceOf, type TemplateSource } from './template-source.ts';

const operation = operationsOn<AgreementsTables>();

async function sectionsOf(inner: ActContext, agreementId: string) {
  return inner.db
    .selectFrom('agreementSection')
    .selectAll()
    .where('agreementId', '=', agreementId)
    .orderBy('position')
    .execute();
}
type Section = Awaited<ReturnType<typeof sectionsOf>>[number];
type Changed = Section & { next: { body: string; bodyEn: string } };

/** The clauses that an amendment takes up: those named, and those of the template that changed figures rewrite. */
function takenUp(
  sections: readonly Section[],
  clauses: readonly string[],
  source: TemplateSource,
  agreement: LockedAgreement,
  terms: AgreementTerms | null,
  validTo: string | null,
): Changed[] {
  const { order } = agreement.variables;
  const fresh = sectionsFrom(source, { ...agreement, validTo, variables: { order, terms } });
  return sections.flatMap((section) => {
    const rendered =
      section.changedSide === null ? fresh.find((one) => one.clause === section.clause) : undefined;
    const next = rendered ?? section;
    const isNew = next.body !== section.body || next.bodyEn !== section.bodyEn;
    if (!isNew && !clauses.includes(section.clause)) return [];
    return { ...section, next: { body: next.body, bodyEn: next.bodyEn } };
  });
}

/** What the first section of an amendment says. */
function preamble(agreement: LockedAgreement, reason: string) {
  const { number, title, titleEn, documentDigest } = agreement;
  const digest = documentDigest ?? '—';
  return {
    clause: 'A00',
    position: 0,
    title: '补充协议的依据与效力',
    titleEn: 'Basis and effect of this amendment',
    body: [
      `本补充协议修改双方签订的《${title || titleEn}》（编号${number}，定稿文件SHA-256摘要：${digest}）。`,
      `修改原因：${reason}`,
      '下列条款自本补充协议双方签署之日起代替原协议的相应条款；未修改的条款继续有效。',
    ].join('\n'),
    bodyEn: [
      `This amendment changes the agreement “${titleEn || title}” (No. ${number}, SHA-256 digest of the fixed document: ${digest}).`,
      `Reason: ${reason}`,
      'From the day on which both parties have signed this amendment, the articles below replace those of the agreement; all others stay in force.',
    ].join('\n'),
  };
}

export const beginAmendment = operation(contract.amend, async (ctx, input) => {
  const id = newId();
  await act(ctx, input.agreementId, 'amend', async (inner, agreement) => {
    if (agreement.kind === 'amendment') throw ctx.refuse('agreement.not-in-state', { action: 'amend' });
    const { terms: known } = agreement.variables;
    const given = Object.fromEntries(Object.entries(input.terms).filter(([, value]) => value !== undefined));
    const terms = known === null ? null : { ...known, ...given };
    const validTo = input.validTo ?? agreement.validTo;
    if (agreement.validFrom !== null && validTo !== null && validTo < agreement.validFrom) {
      throw ctx.refuse('agreement.period-backwards');
    }
    const sections = await sectionsOf(inner, agreement.id);
    const unknown = input.clauses.find((clause) => !sections.some((one) => one.clause === clause));
    if (unknown !== undefined) throw ctx.refuse('amendment.no-such-clause', { clause: unknown });
    const source = await sourceOf(inner, agreement.id);
    const changed = takenUp(sections, input.clauses, source, agreement, terms, validTo);
    if (changed.length === 0) throw ctx.refuse('amendment.nothing-changes');
    await insertAmendment(inner, agreement, { id, terms, validTo, reason: input.reason });
    await insertSections(inner, { id, enterpriseId: agreement.enterpriseId }, handOf(ctx), [
      preamble(agreement, input.reason),
      ...changed.map((section, index) => ({
        ...section.next,
        clause: section.clause,
        owner: section.owner,
        position: index + 1,
        title: `修改第${section.position + 1}条：${section.title}`,
        titleEn: `Change of Article ${section.position + 1}: ${section.titleEn}`,
      })),
    ]);
    const { tenantId, enterpriseId } = agreement;
    await inner.db
      .insertInto('amendmentBase')
      .values(
        changed.map(({ clause, revision, body, bodyEn }) => ({
          ...{ tenantId, enterpriseId, agreementId: id, clause, revision, body, bodyEn },
        })),
      )
      .execute();
    await writeEvent(inner, { id, enterpriseId }, 'created', handOf(ctx));
    await writeEvent(inner, agreement, 'amendment-begun', handOf(ctx), { amendmentId: id });
  });
  ctx.audit(id);
  return { id };
});

async function insertAmendment(
  inner: ActContext,
  agreement: LockedAgreement,
  given: { id: string; terms: AgreementTerms | null; validTo: string | null; reason: string },
): Promise<void> {
  const { tenantId, enterpriseId, number, title, titleEn, parties, validFrom, isIllustrative } = agreement;
  const earlier = await inner.db
    .selectFrom('agreementRelation')
    .select('agreementId')
    .where('parentId', '=', agreement.id)
    .where('kind', '=', 'amendment')
    .execute();
  const { id, terms, validTo, reason } = given;
  await inner.db
    .insertInto('agreement')
    .values({
      ...{ tenantId, enterpriseId, id, validFrom, validTo, isIllustrative },
      number: `${number}-${earlier.length + 1}`,
      kind: 'amendment',
      state: 'negotiating',
      title: `《${title || titleEn}》补充协议（${earlier.length + 1}）`,
      titleEn: `Amendment ${earlier.length + 1} to “${titleEn || title}”`,
      orderId: null,
      parties: JSON.stringify(parties),
      // Without an order no table of seats is printed, and facts of a party do not rewrite what is amended.
      variables: JSON.stringify({ terms, order: null }),
      ...{ documentId: null, fileDigest: null, documentDigest: null, documentSize: null, declineReason: '' },
      createdBy: inner.actor.personId,
      createdAt: inner.now,
      changedAt: inner.now,
    })
    .execute();
  await inner.db
    .insertInto('agreementRelation')
    .values({
      ...{ tenantId, enterpriseId, agreementId: id, parentId: agreement.id, kind: 'amendment' },
      details: JSON.stringify({ reason }),
      createdAt: inner.now,
    })
    .execute();
}
