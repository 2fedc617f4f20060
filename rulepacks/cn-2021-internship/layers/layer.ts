import { ageOn, type Condition, type Rule } from '@dualtrack/rules';
import { condition } from './facts.ts';

const LAWS = 'LawRefBook/Laws@2f4c5c2 (git snapshot 2025-04-19, full text read)';

type Layered = Pick<Rule, 'id' | 'says' | 'kind' | 'subject' | 'checks' | 'remedy'> &
  Partial<Pick<Rule, 'when' | 'exceptions' | 'moments' | 'strength' | 'severity' | 'provenance'>> & {
    readonly law: string;
    /** Year of the version of the law; it is asserted from the year after it. */
    readonly year: number;
    readonly article: string;
    readonly confidence?: Rule['article']['confidence'];
  };

/** A rule of another national law. Its chapter is not kept: 0. */
export function nationalLaw({ law, year, article, confidence = 'seen', ...rule }: Layered): Rule {
  return {
    ...{ layer: { level: 'nation' }, strength: 'must', severity: 'block', redLine: false },
    ...{ exceptions: [], waivableBy: 'nobody', when: [] },
    moments: ['on_sign'],
    article: { number: `${law} ${article}`, chapter: 0, confidence },
    valid: { from: `${year + 1}-01-01` },
    standing: rule.kind !== 'requirement',
    provenance: { verified: true, evidence: 'full text read', sources: [LAWS] },
    ...rule,
  };
}

type Regional = Layered & {
  readonly region: string;
  readonly level: 'province' | 'city';
  /** Whose place counts. */
  readonly of: 'placement.region' | 'school.region';
};

/** A rule of a province or city: it applies to whatever lies in the region. */
export function regionalRule({ region, level, of, ...rule }: Regional): Rule {
  const when: readonly Condition[] = [
    condition({
      code: of === 'school.region' ? 'school.in-region' : 'placement.in-region',
      needs: [of],
      holds: (facts) => facts[of].startsWith(region),
    }),
    ...(rule.when ?? []),
  ];
  return { ...nationalLaw({ ...rule, when }), layer: { level, region } };
}

/** Sixteen or seventeen, or younger, when the placement starts. */
export const isMinorAtStart = condition({
  code: 'student.is-minor',
  needs: ['student.birthDate', 'placement.start'],
  holds: (facts) => ageOn(facts['student.birthDate'], facts['placement.start']) < 18,
});
