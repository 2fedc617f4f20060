import type { Role } from '@dualtrack/platform/contract';
import { operationsOn, type TransactionContext } from '@dualtrack/platform/operation';
import { blocking, lintTerms, type Terms, type TermsField } from '@dualtrack/rules';
import { contract } from '../contract.ts';
import { homeJurisdiction, lawOf } from '../laws.ts';
import type { LintFinding } from '../shapes.ts';
import { withOverrides } from './overrides.ts';
import { ownDb } from './own-db.ts';
import { placementFacts } from './placement-facts.ts';
import type { ComplianceTables } from './tables.ts';
import { ruleHead, textsOfRule } from './texts.ts';
import { wordsDigest } from './words-digest.ts';

const operation = operationsOn<ComplianceTables>();

/** What the law says of the terms of an agreement before it is signed: each finding at the clause that says it. */
export const lintAgreement = operation(contract.lint, async (ctx, input) => {
  const { jurisdiction = homeJurisdiction, ...terms } = input;
  return {
    pack: packsOf(jurisdiction),
    findings: findingsOn(terms, jurisdiction, ctx.today, ctx.locale),
  };
});

/** The placement that an agreement is about; what is recorded of it is known around the terms. */
export type PlacementOfTerms = { classId: string; placementId: string };

/** What the law says of the terms of an agreement. */
export type JudgedTerms = { pack: string; findings: LintFinding[] };

/** Whose terms they are, and who reads what is said of them. */
export type JudgedFor = {
  agreementId: string;
  about?: PlacementOfTerms | undefined;
  locale: string;
  reader?: { personId: string; role: Role } | undefined;
};

/**
 * Judges the terms of an agreement by today's law; one about a placement by the law of its country and with what is
 * recorded of it. A finding on words that two people have set aside does not block as long as its clause stays as it
 * is. Runs in the school's home or, as far as the placement is visible, from either side.
 */
export async function judgeTerms<Tables>(
  context: TransactionContext<Tables>,
  terms: Terms,
  { agreementId, about, locale, reader }: JudgedFor,
): Promise<JudgedTerms> {
  const [row] =
    about === undefined
      ? []
      : await ownDb(context)
          .selectFrom('compliancePlacement')
          .select(['placementId', 'jurisdiction'])
          .where('classId', '=', about.classId)
          .where('placementId', '=', about.placementId)
          .execute();
  const jurisdiction = row?.jurisdiction ?? homeJurisdiction;
  const law = lawOf(jurisdiction);
  const recorded = row && about && (await placementFacts(context, about.classId, [row]))[0];
  const around = law && recorded?.read(law.joined, {});
  const findings = findingsOn({ ...terms, around }, jurisdiction, context.today, locale);
  const scopeId = about?.classId ?? agreementId;
  return { pack: packsOf(jurisdiction), findings: await withOverrides(context, scopeId, findings, reader) };
}

function packsOf(jurisdiction: string): string {
  return (
    lawOf(jurisdiction)
      ?.packs.map(({ pack }) => `${pack.id}@${pack.version}`)
      .join(', ') ?? ''
  );
}

/** The findings on terms by the law of a country on a day; none where nobody has taught its pack to read words. */
function findingsOn(terms: Terms, jurisdiction: string, on: string, locale: string): LintFinding[] {
  const law = lawOf(jurisdiction);
  if (law === undefined) return [];
  return lintTerms(law.joined, law.readTerms ?? (() => []), terms, on).map((found) => {
    const { clause, verdict, field, passages } = found;
    const texts = textsOfRule(verdict.rule, locale);
    return {
      ...{ ...ruleHead(verdict.rule, locale), clause, isBlocking: blocking([verdict]).length > 0 },
      quote: field === undefined ? found.quote : fieldWords(field, locale),
      ...{ passages: [...passages], digest: wordsDigest(terms, found), override: null, abilities: null },
      says: texts.rules[verdict.rule]?.says ?? '',
      because: verdict.because.map((code) => texts.reasons[code] ?? code),
      remedy: texts.rules[verdict.rule]?.remedy ?? '',
    };
  });
}

/** A field as its form shows it: label and value. */
function fieldWords({ labels, kind, value }: TermsField, locale: string): string {
  const isEnglish = locale === 'en';
  const inLanguage = (words: readonly string[]) => (isEnglish ? words[1] : undefined) ?? words[0] ?? '';
  const shown = typeof value === 'object' ? inLanguage(value) : figureWords(kind, value);
  return `${inLanguage(labels)}${isEnglish ? ': ' : '：'}${shown}`;
}

function figureWords(kind: string, value: number | string): string {
  if (typeof value === 'string') return value;
  if (kind === 'money') return `¥${(value / 100).toLocaleString('en', { maximumFractionDigits: 2 })}`;
  return kind === 'share' ? `${Math.round(value * 1000) / 10}%` : String(value);
}
