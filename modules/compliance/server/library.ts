import { pack } from '@dualtrack/cn-2021-internship';
import { operationsOn } from '@dualtrack/platform/operation';
import { conditionsOf, type FactType, type Pack } from '@dualtrack/rules';
import { contract } from '../contract.ts';
import { keeperOf } from '../record-fact.ts';
import type { FactTypeShape } from '../shapes.ts';
import { formOf } from './fact-forms.ts';
import type { ComplianceTables } from './tables.ts';
import { factHead, ruleHead, textsIn } from './texts.ts';

const operation = operationsOn<ComplianceTables>();
const law: Pack = pack;

/** Everything about facts that does not depend on the language; worked out once. */
const types = Object.entries<FactType>(pack.facts).map(([name, type]) => ({
  name,
  about: type.about,
  keeper: keeperOf(name),
  form: formOf(type),
  fallback: type.fallback ?? null,
}));

function factTypes(locale: string): FactTypeShape[] {
  return types.map((type) => ({ ...type, ...factHead(type.name, locale) }));
}

export const getLibrary = operation(contract.library, async (ctx) => {
  const texts = textsIn(ctx.locale);
  return {
    pack: `${law.id}@${law.version}`,
    title: texts.title,
    caution: texts.caution,
    rules: law.rules.map((rule) => ({
      ...ruleHead(rule.id, ctx.locale),
      says: texts.rules[rule.id]?.says ?? '',
      remedy: texts.rules[rule.id]?.remedy ?? '',
      kind: rule.kind,
      subject: rule.subject,
      isRedLine: rule.redLine,
      moments: [...rule.moments],
      verified: rule.provenance.verified,
      evidence: texts.evidence?.[rule.id] ?? rule.provenance.evidence,
      waivableBySays: texts.waivableBy[rule.waivableBy] ?? rule.waivableBy,
      isWaivable: rule.waivableBy !== 'nobody',
      facts: [...new Set(conditionsOf(rule).flatMap(({ reads }) => reads))],
    })),
    facts: factTypes(ctx.locale),
  };
});
