import type { Article, Condition, Exception, Provenance, Rule } from '@dualtrack/rules';

/** Day of issue of 教职成〔2021〕4号. */
export const ISSUED = '2021-12-31';

/** A rule of the Regulations, with what is common to all of them left out. */
type Regulation = Omit<
  Rule,
  'layer' | 'valid' | 'strength' | 'standing' | 'redLine' | 'when' | 'exceptions' | 'waivableBy'
> &
  Partial<Pick<Rule, 'strength' | 'standing' | 'redLine' | 'when' | 'exceptions' | 'waivableBy'>> & {
    readonly article: Article;
    readonly checks: readonly [Condition, ...Condition[]];
    readonly exceptions?: readonly Exception[];
    readonly provenance: Provenance;
  };

/**
 * A rule of the 2021 Regulations: national, in force from the day of issue, an outright "must" that nobody may waive
 * unless said otherwise. A ban or limit stands at any moment; a requirement only once it is due.
 */
export function regulation(rule: Regulation): Rule {
  return {
    strength: 'must',
    standing: rule.kind !== 'requirement',
    redLine: false,
    when: [],
    exceptions: [],
    waivableBy: 'nobody',
    layer: { level: 'nation' },
    valid: { from: ISSUED },
    ...rule,
  };
}
