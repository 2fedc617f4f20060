import { ageOn, type Rule } from '@dualtrack/rules';
import { condition } from './facts.ts';

const BBIG =
  'BBiG, bundestag/gesetze@77abca2 b/bbig_2005/index.md (new version of 2020-05-04, snapshot of 2022-03)';
const JARBSCHG = 'JArbSchG, bundestag/gesetze@77abca2 j/jarbschg/index.md (last amended 2021-07-16)';

type Statute = Pick<Rule, 'id' | 'says' | 'kind' | 'checks' | 'remedy'> &
  Partial<Pick<Rule, 'when' | 'exceptions' | 'moments'>> & { readonly section: string };

const common: Omit<
  Rule,
  'id' | 'says' | 'kind' | 'checks' | 'remedy' | 'article' | 'valid' | 'standing' | 'provenance'
> = {
  ...{ layer: { level: 'nation' }, subject: 'host', strength: 'must', severity: 'block', redLine: false },
  ...{ when: [], exceptions: [], waivableBy: 'nobody' },
  moments: ['on_sign'],
};

/** A rule of the Vocational Training Act, whose text was read. */
export function trainingAct({ section, ...rule }: Statute): Rule {
  return {
    ...common,
    valid: { from: '2020-01-01' },
    article: { number: `BBiG §${section}`, chapter: 2, confidence: 'seen' },
    standing: rule.kind !== 'requirement',
    provenance: { verified: true, evidence: 'statute text read', sources: [BBIG] },
    ...rule,
  };
}

/** A rule of the Young Workers Act, whose text was read; it protects whoever is not yet eighteen. */
export function youngWorkersAct({ section, ...rule }: Statute): Rule {
  return {
    ...common,
    valid: { from: '2021-07-23' },
    article: { number: `JArbSchG §${section}`, chapter: 3, confidence: 'seen' },
    standing: rule.kind !== 'requirement',
    provenance: { verified: true, evidence: 'statute text read', sources: [JARBSCHG] },
    ...rule,
    when: [isMinor, ...(rule.when ?? [])],
  };
}

const isMinor = condition({
  code: 'trainee.is-minor',
  needs: ['trainee.birthDate'],
  holds: (facts, { on }) => ageOn(facts['trainee.birthDate'], on) < 18,
});
