import { operationsOn } from '@dualtrack/platform/operation';
import { conditionsOf, type FactType, type Pack } from '@dualtrack/rules';
import { contract } from '../contract.ts';
import { laws, valueWords } from '../laws.ts';
import { keeperOf } from '../record-fact.ts';
import type { FactTypeShape } from '../shapes.ts';
import { formOf } from './fact-forms.ts';
import type { ComplianceTables } from './tables.ts';
import { factHead, ruleHead, textsOf } from './texts.ts';

const operation = operationsOn<ComplianceTables>();

/** Everything about facts that does not depend on the language, by name; worked out once. */
const types = typesByName();

function typesByName() {
  const found = new Map<string, Omit<FactTypeShape, 'label' | 'unit' | 'isSensitive'>>();
  for (const { jurisdiction, joined } of laws) {
    for (const [name, type] of Object.entries<FactType>(joined.facts)) {
      const known = found.get(name);
      if (known !== undefined) known.jurisdictions.push(jurisdiction);
      else found.set(name, { ...typeOf(name, type), jurisdictions: [jurisdiction] });
    }
  }
  return [...found.values()];
}

function typeOf(name: string, type: FactType) {
  return {
    name,
    about: type.about,
    keeper: keeperOf(name),
    form: formOf(type),
    fallback: type.fallback ?? null,
  };
}

export const getLibrary = operation(contract.library, async (ctx) => ({
  packs: laws.flatMap(({ jurisdiction, packs }) =>
    packs.map(({ pack }) => {
      const { title, caution } = textsOf(pack, ctx.locale);
      return { id: pack.id, version: pack.version, jurisdiction, title, caution };
    }),
  ),
  rules: laws.flatMap(({ packs }) => packs.flatMap(({ pack }) => rulesOf(pack, ctx.locale))),
  words: valueWords(ctx.locale),
  facts: types.map((type) => ({ ...type, ...factHead(type.name, ctx.locale) })),
}));

function rulesOf(pack: Pack, locale: string) {
  const texts = textsOf(pack, locale);
  return pack.rules.map((rule) => ({
    ...ruleHead(rule.id, locale),
    pack: pack.id,
    level: rule.layer.level,
    region: rule.layer.region ?? null,
    says: texts.rules[rule.id]?.says ?? '',
    remedy: texts.rules[rule.id]?.remedy ?? '',
    kind: rule.kind,
    subject: rule.subject,
    isRedLine: rule.redLine,
    moments: [...rule.moments],
    validFrom: rule.valid.from,
    verified: rule.provenance.verified,
    evidence: texts.evidence?.[rule.id] ?? rule.provenance.evidence,
    waivableBySays: texts.waivableBy[rule.waivableBy] ?? rule.waivableBy,
    isWaivable: rule.waivableBy !== 'nobody',
    facts: [...new Set(conditionsOf(rule).flatMap(({ reads }) => reads))],
  }));
}
