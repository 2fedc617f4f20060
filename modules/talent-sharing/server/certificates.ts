import { agreementOf, closeDocument } from '@dualtrack/agreements/server';
import { phrase } from '@dualtrack/locales';
import { isAnyIllustrative, organisationNames } from '@dualtrack/organisations/server';
import { notFound } from '@dualtrack/platform/errors';
import { saveFile, storedFile } from '@dualtrack/platform/files';
import { newId, noId } from '@dualtrack/platform/ids';
import { createLink, publicAddress } from '@dualtrack/platform/links';
import { homeOf, operationsOn } from '@dualtrack/platform/operation';
import { composePdf } from '@dualtrack/platform/pdf';
import type { Selectable } from 'kysely';
import { contract, type HourEntry } from '../contract.ts';
import type { CredentialFacts } from '../credential-facts.ts';
import { isLead, sides } from '../side.ts';
import { ownExpertIds, type TalentContext } from './asking.ts';
import { evidenceOf, readFacts } from './certificate-evidence.ts';
import type { TalentTables } from './tables.ts';

const operation = operationsOn<TalentTables>();
type Entry = Selectable<TalentTables['hourEntry']>;
/** Kind of the link that is printed on a certificate. */
export const certificateLink = 'talent-certificate';

/** Whose certificates the caller holds: the own ones, and for leads those of the own side. */
export async function certifiable(ctx: TalentContext): Promise<string[]> {
  const mine = await ownExpertIds(ctx);
  if (!isLead(ctx.actor.role)) return mine;
  const own = await ctx.db.selectFrom('expert').select('id').where('tenantId', '=', ctx.tenant).execute();
  return [...new Set([...mine, ...own.map((row) => row.id)])];
}

async function maySee(ctx: TalentContext) {
  const ids = new Set(await certifiable(ctx));
  return (expertId: string) => ids.has(expertId);
}

/** Rows of the ledger as lists show them, with the certificates that the caller may have. */
export async function withCertificates(ctx: TalentContext, rows: readonly Entry[]): Promise<HourEntry[]> {
  const may = await maySee(ctx);
  const made = await ctx.db
    .selectFrom('talentCertificate')
    .select(['id', 'entryId', 'number'])
    .where('entryId', 'in', [...rows.map((row) => row.id), noId])
    .execute();
  return rows.map((row) => {
    const known = may(row.expertId) ? made.find((one) => one.entryId === row.id) : undefined;
    return {
      ...{ ...row, fee: Number(row.fee), mayCertify: may(row.expertId) },
      ...{ certificateId: known?.id ?? null, certificateNumber: known?.number ?? '' },
    };
  });
}

async function factsOf(ctx: TalentContext, entry: Entry, number: string): Promise<CredentialFacts> {
  const names = await organisationNames(ctx, [entry.tenantId, entry.enterpriseId]);
  const card = await ctx.db
    .selectFrom('expert')
    .select('nameEn')
    .where('id', '=', entry.expertId)
    .executeTakeFirst();
  const { form, title, onDay, minutes, giver, expertId, expertName } = entry;
  const agreement = await agreementOf(ctx, entry.agreementId);
  const { skills, evidence } = await evidenceOf(ctx, entry);
  return {
    version: 2,
    number,
    issuers: sides.map((side) => {
      const found = names.get(side === 'school' ? entry.tenantId : entry.enterpriseId);
      const { code = '', name = '', nameEn = '' } = found ?? {};
      return { side, code, name, nameEn, attestedBy: entry.attestedBy[side] };
    }),
    subject: { expertId, name: expertName, nameEn: card?.nameEn ?? '' },
    claim: { form, title, onDay, minutes, giver, agreementNumber: agreement?.number ?? '', skills },
    evidence,
    issuedAt: ctx.now.toISOString(),
  };
}

type Key =
  | ('title' | 'number' | 'name' | 'agreement' | 'skills')
  | ('check' | 'checkNote' | 'issuer' | 'sealed');
const skillWords = ({ occupations, tags }: CredentialFacts['claim']['skills']) =>
  [...occupations.map(({ code, name, nameEn }) => `${code} ${name} ${nameEn}`.trim()), ...tags].join(' · ') ||
  '–';
const words = (key: Key) => ({
  zh: phrase('zh-CN', 'talent-booking', `certificate.${key}`),
  en: phrase('en', 'talent-booking', `certificate.${key}`),
});
const inRecord = (key: 'day' | 'form' | 'what' | 'hours') => ({
  zh: phrase('zh-CN', 'talent-sharing', `record.${key}`),
  en: phrase('en', 'talent-sharing', `record.${key}`),
});

async function paperOf(
  ctx: TalentContext,
  facts: CredentialFacts,
  address: string,
  homes: readonly string[],
): Promise<Uint8Array> {
  const { subject, claim, issuers, number } = facts;
  const form = (locale: 'zh-CN' | 'en') => phrase(locale, 'talent-sharing', `form.${claim.form}`);
  return composePdf({
    template: 'table',
    data: {
      ...{ languages: 'zh-en', paper: 'a4', orientation: 'portrait', title: words('title') },
      facts: [
        { label: words('number'), value: number },
        { label: words('name'), value: [subject.name, subject.nameEn].filter((one) => one !== '').join(' ') },
        { label: words('agreement'), value: claim.agreementNumber },
        { label: words('skills'), value: skillWords(claim.skills) },
        ...issuers.map((one) => ({
          label: words('issuer'),
          value: [one.name, one.nameEn, one.code, one.attestedBy].filter((part) => part !== '').join(' · '),
        })),
        { label: words('check'), value: address },
      ],
      columns: [
        { head: inRecord('day') },
        { head: inRecord('form') },
        { head: inRecord('what'), share: 4 },
        { head: inRecord('hours'), align: 'right' },
      ],
      rows: [[claim.onDay, `${form('zh-CN')} ${form('en')}`, claim.title, (claim.minutes / 60).toFixed(2)]],
      notes: [words('sealed'), words('checkNote')],
      footer: number,
      illustrative: await isAnyIllustrative(ctx, homes),
    },
    createdAt: ctx.now,
  });
}

/** Makes a certificate once: who asks again, or at the same moment, gets the one that is there. */
export const makeCertificate = operation(contract.certificates.make, async (ctx, { entryId }) => {
  const home = await homeOf(ctx, 'hour_entry', entryId);
  const entry = await ctx.db
    .selectFrom('hourEntry')
    .selectAll()
    .where('id', '=', entryId)
    .executeTakeFirstOrThrow();
  if (!(await maySee(ctx))(entry.expertId)) throw ctx.refuse('certificate.not-yours');
  const id = newId();
  const number = `TS${entry.onDay.slice(0, 4)}-${id.replaceAll('-', '').slice(-10).toUpperCase()}`;
  const facts = await factsOf(ctx, entry, number);
  const { enterpriseId, expertId } = entry;
  const made = await ctx.inHome(home, async (inner) => {
    // Entries are never changed: locking one makes two who certify it wait for each other.
    await inner.db.selectFrom('hourEntry').select('id').where('id', '=', entryId).forUpdate().execute();
    const known = await inner.db
      .selectFrom('talentCertificate')
      .select(['id', 'number'])
      .where('entryId', '=', entryId)
      .executeTakeFirst();
    if (known !== undefined) return { ...known, address: null };
    const { token } = await createLink(inner, {
      ...{ kind: certificateLink, subjectId: id, enterpriseId, expiresAt: null },
    });
    const address = `${publicAddress(ctx.kernel)}/talent-certificates/${token}`;
    const paper = await paperOf(ctx, facts, address, [home, enterpriseId]);
    const { pdf } = await closeDocument(inner, number, paper);
    const file = { name: `${number}.pdf`, mediaType: 'application/pdf', bytes: pdf, enterpriseId };
    const kept = await saveFile(inner, file);
    await inner.db
      .insertInto('talentCertificate')
      .values({
        ...{ tenantId: inner.tenant, enterpriseId, id, entryId, expertId, number },
        ...{ facts: JSON.stringify(facts), fileId: kept.id, digest: kept.sha256 },
        ...{ madeBy: ctx.actor.name, madeAt: ctx.now },
      })
      .execute();
    return { id, number, address };
  });
  ctx.audit(made.id);
  return made;
});

async function certificateOf(ctx: TalentContext, certificateId: string) {
  const row = await ctx.db
    .selectFrom('talentCertificate')
    .selectAll()
    .where('id', '=', certificateId)
    .executeTakeFirst();
  if (row === undefined || !(await maySee(ctx))(row.expertId)) throw notFound('talent_certificate');
  return row;
}

export const certificateFile = operation(contract.certificates.file, async (ctx, { certificateId }) => {
  const row = await certificateOf(ctx, certificateId);
  ctx.audit(certificateId);
  return storedFile(ctx, row.fileId);
});

export const certificateFacts = operation(contract.certificates.facts, async (ctx, { certificateId }) =>
  readFacts((await certificateOf(ctx, certificateId)).facts),
);
