import { Refusal } from '@dualtrack/platform/errors';
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
    const draft = await draftAmendment(inner, agreement, { ...input, wordings: [] });
    await keepAmendment(inner, agreement, id, draft, null);
    const sections = draft.changed.map((section, index) => inAmendment(section, index + 1));
    await insertSections(inner, { id, enterpriseId: agreement.enterpriseId }, handOf(ctx), [
      preamble(agreement, input.reason),
      ...sections,
    ]);
    await writeEvent(inner, { id, enterpriseId: agreement.enterpriseId }, 'created', handOf(ctx));
    await writeEvent(inner, agreement, 'amendment-begun', handOf(ctx), { amendmentId: id });
  });
  ctx.audit(id);
  return { id };
});

/** What an amendment is to change. */
type Wanted = {
  reason: string;
  clauses: readonly string[];
  /** Clauses with their new words, as a paper signed by hand has them. */
  wordings: readonly { clause: string; zh: string; en: string }[];
  terms: Partial<AgreementTerms>;
  duties: Parameters<typeof amendedDuties>[0];
  validTo?: string | undefined;
};
type Draft = {
  changed: Changed[];
  duties: AmendedDuty[];
  terms: AgreementTerms | null;
  validTo: string | null;
  reason: string;
};

/** The changes that an amendment brings, as a comparison with the text that stands. Writes nothing but a paper's articles. */
export async function draftAmendment(
  inner: ActContext,
  agreement: LockedAgreement,
  wanted: Wanted,
): Promise<Draft> {
  if (agreement.kind === 'amendment') {
    throw new Refusal('agreement.not-in-state', 409, { action: 'amend' });
  }
  const { terms: known } = agreement.variables;
  const given = Object.fromEntries(Object.entries(wanted.terms).filter(([, value]) => value !== undefined));
  const terms = known === null ? null : { ...known, ...given };
  const validTo = wanted.validTo ?? agreement.validTo;
  if (agreement.validFrom !== null && validTo !== null && validTo < agreement.validFrom) {
    throw new Refusal('agreement.period-backwards', 422);
  }
  const noClause = (clause: string) => new Refusal('amendment.no-such-clause', 422, { clause });
  const isTyped = recordedKinds.includes(agreement.kind);
  if (isTyped) await ensureRecordedSections(inner, agreement);
  else if (wanted.duties.length > 0) throw noClause('R00');
  const term = { validFrom: agreement.validFrom, validTo };
  const duties = isTyped ? amendedDuties(wanted.duties, await typedDuties(inner, agreement.id), term) : [];
  const sections = await sectionsOf(inner, agreement.id);
  const named = [...wanted.clauses, ...wanted.wordings.map((one) => one.clause)];
  const unknown = named.find((clause) => !sections.some((one) => one.clause === clause));
  if (unknown !== undefined) throw noClause(unknown);
  const source = await sourceOf(inner, agreement.id);
  const taken = isTyped
    ? takenUpTyped(sections, named, amendedSections(duties, term))
    : takenUp(sections, named, source, agreement, terms, validTo);
  const changed = taken.map((section) => {
    const said = wanted.wordings.find((one) => one.clause === section.clause);
    if (said === undefined) return section;
    // A paper in one language only says the same in both.
    return { ...section, next: { body: said.zh || said.en, bodyEn: said.en || said.zh } };
  });
  if (changed.length === 0) throw new Refusal('amendment.nothing-changes', 422);
  return { changed, duties, terms, validTo, reason: wanted.reason };
}

/** A changed section as it stands in its amendment. */
export const inAmendment = (
  { clause, owner, title, titleEn, next }: Changed,
  position: number,
): RenderedSection => ({ ...next, clause, owner, position, title, titleEn });

/** Keeps an amendment with the wording it is compared with; `ink` names a paper that was signed by hand. */
export async function keepAmendment(
  inner: ActContext,
  agreement: LockedAgreement,
  id: string,
  draft: Draft,
  ink: { title: string; titleEn: string } | null,
): Promise<void> {
  await insertFollowing(inner, agreement, {
    ...{ id, terms: draft.terms, validTo: draft.validTo, kind: 'amendment', ink },
    details: { reason: draft.reason, ...(draft.duties.length === 0 ? {} : { duties: draft.duties }) },
  });
  const { tenantId, enterpriseId } = agreement;
  await inner.db
    .insertInto('amendmentBase')
    .values(
      draft.changed.map(({ clause, revision, body, bodyEn }) => ({
        ...{ tenantId, enterpriseId, agreementId: id, clause, revision, body, bodyEn },
      })),
    )
    .execute();
}

const names = {
  amendment: { zh: '补充协议', en: 'Amendment # to' },
  suspension: { zh: '中止协议', en: 'Suspension # of' },
  resumption: { zh: '恢复履行协议', en: 'Resumption # of' },
  termination: { zh: '终止协议', en: 'Termination # of' },
} as const;

/** A paper of the kind of amendments: it belongs to an agreement and is none of its own. */
type Following = {
  id: string;
  kind: keyof typeof names;
  terms: AgreementTerms | null;
  validTo: string | null;
  details: { reason: string; duties?: AmendedDuty[]; effectiveOn?: string };
  ink: { title: string; titleEn: string } | null;
};

/** Keeps a paper that belongs to an agreement, and how it does; one signed by hand waits for the other side's yes. */
export async function insertFollowing(
  inner: ActContext,
  agreement: LockedAgreement,
  given: Following,
): Promise<void> {
  const { tenantId, enterpriseId, number, title, titleEn, validFrom, isIllustrative } = agreement;
  const parties = await partiesOf(inner, agreement);
  const earlier = await inner.db
    .selectFrom('agreementRelation')
    .select(['agreementId', 'kind'])
    .where('parentId', '=', agreement.id)
    .where('kind', '!=', 'renewal')
    .execute();
  const { id, kind, terms, validTo, details, ink } = given;
  const count = earlier.filter((one) => one.kind === kind).length + 1;
  const { zh, en } = names[kind];
  const usual = {
    title: `《${title || titleEn}》${zh}（${count}）`,
    titleEn: `${en.replace('#', String(count))} “${titleEn || title}”`,
  };
  await inner.db
    .insertInto('agreement')
    .values({
      ...{ tenantId, enterpriseId, id, validFrom, validTo, isIllustrative },
      number: `${number}-${earlier.length + 1}`,
      kind: 'amendment',
      state: ink === null ? 'negotiating' : 'registered',
      ...(ink?.title || ink?.titleEn ? ink : usual),
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
  const hand = handOf(inner);
  await inner.db
    .insertInto('agreementRelation')
    .values({
      ...{ tenantId, enterpriseId, agreementId: id, parentId: agreement.id, kind },
      details: JSON.stringify(details),
      createdAt: inner.now,
      ...(ink === null
        ? {}
        : { confirmation: 'waiting' as const, typedSide: hand.side, typedName: hand.name }),
    })
    .execute();
}
