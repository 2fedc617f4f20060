import { newId } from '@dualtrack/platform/ids';
import { operationsOn } from '@dualtrack/platform/operation';
import { amendmentsContract as contract } from '../contract/amendments.ts';
import { recordedKinds } from '../recorded-duty.ts';
import type { RenderedSection } from '../render-template.ts';
import type { AgreementTerms } from '../shapes.ts';
import { type ActContext, act, handOf, type LockedAgreement } from './act.ts';
import type { AmendedDuty } from './amendment-tables.ts';
import { amendedDuties, amendedSections } from './recorded-amend.ts';
import { partiesOf } from './recorded-renew.ts';
import { typedDuties } from './recorded-rows.ts';
import { ensureRecordedSections } from './recorded-sections.ts';
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
type Changed = Pick<Section, 'clause' | 'owner' | 'revision' | 'title' | 'titleEn' | 'body' | 'bodyEn'> & {
  next: { body: string; bodyEn: string };
};

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
  return changedSections(
    sections,
    clauses,
    fresh.filter(({ clause }) => sections.some((one) => one.clause === clause && one.changedSide === null)),
    (title, { position }) => ({
      title: `修改第${position + 1}条：${title.zh}`,
      titleEn: `Change of Article ${position + 1}: ${title.en}`,
    }),
  );
}

/** Sections that are named, and those to which a fresh wording gives other words. */
function changedSections(
  sections: readonly Section[],
  clauses: readonly string[],
  fresh: readonly Pick<RenderedSection, 'clause' | 'body' | 'bodyEn'>[],
  named: (title: { zh: string; en: string }, section: Section) => { title: string; titleEn: string },
): Changed[] {
  return sections.flatMap((section) => {
    const next = fresh.find((one) => one.clause === section.clause) ?? section;
    const isNew = next.body !== section.body || next.bodyEn !== section.bodyEn;
    if (!isNew && !clauses.includes(section.clause)) return [];
    const title = named({ zh: section.title, en: section.titleEn }, section);
    return { ...section, ...title, next: { body: next.body, bodyEn: next.bodyEn } };
  });
}

/** What an amendment of a paper with typed duties takes up: duties that change, end or are added, and the term. */
function takenUpTyped(
  sections: readonly Section[],
  clauses: readonly string[],
  fresh: readonly RenderedSection[],
): Changed[] {
  const known = changedSections(sections, clauses, fresh, ({ zh, en }) => ({
    title: `修改：${zh}`,
    titleEn: `Change: ${en}`,
  }));
  const added = fresh.filter(({ clause }) => !sections.some((one) => one.clause === clause));
  return [
    ...known,
    ...added.map(
      ({ clause, body, bodyEn }): Changed => ({
        ...{ clause, owner: null, revision: 0, body: '', bodyEn: '', next: { body, bodyEn } },
        ...{ title: '新增义务', titleEn: 'Added duty' },
      }),
    ),
  ];
}

/** What the first section of an amendment says. */
function preamble(agreement: LockedAgreement, reason: string) {
  const { number, title, titleEn, documentDigest, fileDigest, kind } = agreement;
  const digest = documentDigest ?? '—';
  const isInk = kind === 'registered';
  const scan = fileDigest ?? '—';
  return {
    clause: 'A00',
    position: 0,
    title: '补充协议的依据与效力',
    titleEn: 'Basis and effect of this amendment',
    body: [
      isInk
        ? `本补充协议修改双方线下纸质签署的《${title || titleEn}》（登记编号${number}，扫描件SHA-256摘要：${scan}）。`
        : `本补充协议修改双方签订的《${title || titleEn}》（编号${number}，定稿文件SHA-256摘要：${digest}）。`,
      `修改原因：${reason}`,
      '下列条款自本补充协议双方签署之日起代替原协议的相应条款；未修改的条款继续有效。',
    ].join('\n'),
    bodyEn: [
      isInk
        ? `This amendment changes the agreement “${titleEn || title}”, signed on paper elsewhere (register No. ${number}, SHA-256 digest of the scan: ${scan}).`
        : `This amendment changes the agreement “${titleEn || title}” (No. ${number}, SHA-256 digest of the fixed document: ${digest}).`,
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
    const isTyped = recordedKinds.includes(agreement.kind);
    if (isTyped) await ensureRecordedSections(inner, agreement);
    else if (input.duties.length > 0) throw ctx.refuse('amendment.no-such-clause', { clause: 'R00' });
    const term = { validFrom: agreement.validFrom, validTo };
    const duties = isTyped ? amendedDuties(input.duties, await typedDuties(inner, agreement.id), term) : [];
    const sections = await sectionsOf(inner, agreement.id);
    const unknown = input.clauses.find((clause) => !sections.some((one) => one.clause === clause));
    if (unknown !== undefined) throw ctx.refuse('amendment.no-such-clause', { clause: unknown });
    const source = await sourceOf(inner, agreement.id);
    const changed = isTyped
      ? takenUpTyped(sections, input.clauses, amendedSections(duties, term))
      : takenUp(sections, input.clauses, source, agreement, terms, validTo);
    if (changed.length === 0) throw ctx.refuse('amendment.nothing-changes');
    await insertAmendment(inner, agreement, { id, terms, validTo, reason: input.reason, duties });
    await insertSections(inner, { id, enterpriseId: agreement.enterpriseId }, handOf(ctx), [
      preamble(agreement, input.reason),
      ...changed.map((section, index) => ({
        ...section.next,
        clause: section.clause,
        owner: section.owner,
        position: index + 1,
        ...{ title: section.title, titleEn: section.titleEn },
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
  given: {
    id: string;
    terms: AgreementTerms | null;
    validTo: string | null;
    reason: string;
    duties: AmendedDuty[];
  },
): Promise<void> {
  const { tenantId, enterpriseId, number, title, titleEn, validFrom, isIllustrative } = agreement;
  const parties = await partiesOf(inner, agreement);
  const earlier = await inner.db
    .selectFrom('agreementRelation')
    .select('agreementId')
    .where('parentId', '=', agreement.id)
    .where('kind', '=', 'amendment')
    .execute();
  const { id, terms, validTo, reason, duties } = given;
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
      details: JSON.stringify({ reason, ...(duties.length === 0 ? {} : { duties }) }),
      createdAt: inner.now,
    })
    .execute();
}
