import { operationsOn } from '@dualtrack/platform/operation';
import { blocking, lintTerms, type Terms } from '@dualtrack/rules';
import { contract } from '../contract.ts';
import { homeJurisdiction, lawOf } from '../laws.ts';
import type { LintFinding } from '../shapes.ts';
import type { ComplianceTables } from './tables.ts';
import { ruleHead, textsOfRule } from './texts.ts';

const operation = operationsOn<ComplianceTables>();

/** What the law says of the terms of an agreement before it is signed: each finding at the clause that says it. */
export const lintAgreement = operation(contract.lint, async (ctx, input) => {
  const { jurisdiction = homeJurisdiction, ...terms } = input;
  const law = lawOf(jurisdiction);
  return {
    pack: law?.packs.map(({ pack }) => `${pack.id}@${pack.version}`).join(', ') ?? '',
    findings: findingsOn(terms, jurisdiction, ctx.today, ctx.locale),
  };
});

/** The findings on terms by the law of a country on a day; none where nobody has taught its pack to read words. */
export function findingsOn(terms: Terms, jurisdiction: string, on: string, locale: string): LintFinding[] {
  const law = lawOf(jurisdiction);
  if (law === undefined) return [];
  return lintTerms(law.joined, law.readTerms ?? (() => []), terms, on).map(({ clause, quote, verdict }) => {
    const texts = textsOfRule(verdict.rule, locale);
    return {
      ...{ ...ruleHead(verdict.rule, locale), clause, quote, isBlocking: blocking([verdict]).length > 0 },
      says: texts.rules[verdict.rule]?.says ?? '',
      because: verdict.because.map((code) => texts.reasons[code] ?? code),
      remedy: texts.rules[verdict.rule]?.remedy ?? '',
    };
  });
}
