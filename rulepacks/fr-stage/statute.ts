import { ageOn, type Rule } from '@dualtrack/rules';
import { condition, is } from './facts.ts';

const CODE_DU_TRAVAIL =
  'Code du travail in npm @socialgouv/legi-data 2.513.0 (data/LEGITEXT000006072050.json, dateModif 2026-03-27, Apache-2.0 package; Licence Ouverte source - recalled)';

type Statute = Pick<Rule, 'id' | 'says' | 'kind' | 'checks' | 'remedy'> &
  Partial<Pick<Rule, 'when' | 'exceptions' | 'moments' | 'subject'>> & {
    readonly articles: string;
    readonly evidence?: string;
    readonly sources?: readonly string[];
  };

const common = {
  ...{ layer: { level: 'nation' }, subject: 'host', strength: 'must', severity: 'block', redLine: false },
  ...{ when: [], exceptions: [], waivableBy: 'nobody', moments: ['on_sign'] },
  // The first year for which the source has a figure; earlier days are not asserted.
  valid: { from: '2023-01-01' },
} satisfies Partial<Rule>;

const isStage = is('placement.is-stage', 'placement.kind', 'stage');
const isApprenticeship = is('placement.is-apprenticeship', 'placement.kind', 'apprenticeship');
const isMinor = condition({
  code: 'student.is-minor',
  needs: ['student.birthDate'],
  holds: (facts, { on }) => ageOn(facts['student.birthDate'], on) < 18,
});

/** A rule of the Code de l'éducation on internships, of which secondary pages were read, not the text. */
export function educationCode({ articles, evidence, sources = [], ...rule }: Statute): Rule {
  return {
    ...common,
    article: { number: `Code de l'éducation ${articles}`, chapter: 1, confidence: 'press' },
    standing: rule.kind !== 'requirement',
    provenance: { verified: true, evidence: evidence ?? 'secondary pages read, not the text', sources },
    ...rule,
    when: [isStage, ...(rule.when ?? [])],
  };
}

function labourCode(chapter: number, { articles, evidence, sources, ...rule }: Statute): Rule {
  return {
    ...common,
    article: { number: `Code du travail ${articles}`, chapter, confidence: 'seen' },
    standing: rule.kind !== 'requirement',
    provenance: {
      ...{ verified: true, evidence: evidence ?? 'statute text read' },
      sources: [CODE_DU_TRAVAIL, ...(sources ?? [])],
    },
    ...rule,
  };
}

/** A rule of the Code du travail on internships, whose text was read. */
export function labourCodeOnStages(rule: Statute): Rule {
  return labourCode(1, { ...rule, when: [isStage, ...(rule.when ?? [])] });
}

/** A rule of the Code du travail on apprenticeships, whose text was read. */
export function labourCodeOnApprentices(rule: Statute): Rule {
  return labourCode(2, { ...rule, when: [isApprenticeship, ...(rule.when ?? [])] });
}

/** A rule of the Code du travail that protects whoever is not yet eighteen, whose text was read. */
export function labourCodeOnMinors(rule: Statute): Rule {
  return labourCode(3, { ...rule, when: [isMinor, ...(rule.when ?? [])] });
}
