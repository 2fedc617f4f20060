import { conditionsOver } from './condition.ts';
import { fact, factTypes } from './fact-type.ts';
import type { Pack, Rule } from './rule.ts';
import { shape } from './shape.ts';

/** Facts of a made-up law on kites, small enough to see through; for the tests of this engine. */
export const kiteFacts = factTypes({
  'kite.height': fact(shape.count(), 'Height of the kite', { unit: 'm', aliases: ['height(kite)'] }),
  'kite.lit': fact(shape.flag(), 'Whether it is lit'),
  'flyer.age': fact(shape.count(), 'Age of the flyer'),
  'flyer.ill': fact(shape.flag(), 'Whether the flyer is ill', { sensitive: true }),
  'flyer.guideId': fact(shape.orNone(shape.text()), 'Who stands by'),
  'permit.id': fact(shape.text(), 'A permit'),
  'permit.kind': fact(shape.listOf(shape.oneOf(['high', 'night'])), 'What it is for'),
  'field.day': fact(shape.day(480), 'Day of the flight'),
  'policy.maxHeight': fact(shape.count(), 'Highest flight', { unit: 'm', fallback: 100 }),
});

/** Condition makers over {@link kiteFacts}. */
export const kite = conditionsOver(kiteFacts);

/** A permit that is known to be for something. */
export const permitFor = (kind: 'high' | 'night') =>
  kite.condition({
    code: `permit.${kind}`,
    needs: ['permit.id', 'permit.kind'],
    holds: (facts) => facts['permit.kind'].includes(kind),
  });

/** Not higher than the policy says. */
export const notTooHigh = kite.condition({
  code: 'kite.too-high',
  needs: ['kite.height', 'policy.maxHeight'],
  holds: (facts) => facts['kite.height'] <= facts['policy.maxHeight'],
  change: (facts) => [{ fact: 'kite.height', must: 'be-at-most', value: facts['policy.maxHeight'] }],
});

/** A rule with everything at its plainest; what is given goes over it. */
export function kiteRule(changes: Partial<Rule> = {}): Rule {
  return {
    id: 'K-1',
    says: { en: 'No kite flies higher than is allowed.' },
    article: { number: '1', chapter: 1, confidence: 'seen' },
    layer: { level: 'nation' },
    subject: 'any',
    kind: 'requirement',
    strength: 'must',
    severity: 'block',
    redLine: false,
    valid: { from: '2000-01-01' },
    moments: ['before_start'],
    standing: false,
    when: [],
    checks: [notTooHigh],
    exceptions: [],
    remedy: 'kite.lower',
    waivableBy: 'nobody',
    provenance: { verified: true, evidence: 'made up', sources: [] },
    ...changes,
  };
}

/** A pack of such rules. */
export function kitePack(...rules: Rule[]): Pack {
  return { id: 'kites', version: '1.0.0', facts: kiteFacts, rules, articles: {} };
}
