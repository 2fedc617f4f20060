import { usePhrases } from '@dualtrack/ui';
import type { PlanDetail } from '../../contract.ts';
import type { PlanRules, RuleFault } from '../../rules-contract.ts';
import { daysBetween } from '../../week.ts';
import { useListOf } from './use-list-of.ts';
import { usePlanWords } from './use-plan-words.ts';

/** The rules of a plan and what is wrong with them, in words. */
export function useRuleWords(plan: PlanDetail) {
  const t = usePhrases('rotation-rules');
  const words = usePlanWords(plan);
  const listOf = useListOf();
  const fault = ({ code, unitId, siteId, placementId, week, needed, available }: RuleFault): string => {
    const names = {
      ...{ unit: words.unit(unitId), site: words.site(siteId), student: words.student(placementId) },
      day: week === null ? '' : words.day(week),
      ...{ needed: needed ?? 0, available: available ?? 0 },
    };
    switch (code) {
      case 'backwards':
      case 'outside':
      case 'no-weeks':
      case 'no-site':
      case 'name-twice':
      case 'too-small':
      case 'stranger':
      case 'no-unit':
      case 'no-place':
        return t(`rule.${code}`);
      case 'least-twice':
        return t('rule.least-twice', names);
      case 'unit-required':
      case 'score-twice':
        return t(`rule.${code}`, names);
      case 'site-twice':
        return t('rule.site-twice', names);
      case 'student-twice':
        return t('rule.student-twice', names);
      default:
        return t(`rule.${code}`, names);
    }
  };
  /** Where nothing else says which rule is meant: the rule named, and what is wrong with it. */
  const wholeFault = (found: RuleFault): string => {
    const { least, groups } = plan.rules;
    const [rule, group] = [least[found.at], groups[found.at]];
    const own = fault(found);
    if (found.part === 'least' && rule !== undefined) {
      return t('fault.ofLeast', {
        ...{ unit: words.unit(rule.unitId), site: words.site(rule.siteId), words: own },
      });
    }
    return found.part === 'groups' && group !== undefined
      ? t('fault.ofGroup', { name: group.name, words: own })
      : own;
  };
  /** Every rule as one sentence, part by part. */
  const sentences = (rules: PlanRules) => ({
    least: rules.least.map(({ unitId, siteId, fromWeek, toWeek, heads }) =>
      t('least.row', {
        ...{ unit: words.unit(unitId), site: words.site(siteId), heads },
        ...{ from: words.day(fromWeek), to: words.day(toWeek) },
        weeks: daysBetween(fromWeek, toWeek) / 7 + 1,
      }),
    ),
    siteLimits: rules.siteLimits.map(({ siteId, most }) =>
      t('limits.row', { site: words.site(siteId), most }),
    ),
    groups: rules.groups.map(({ name, placementIds }) =>
      t('groups.row', { name, students: listOf(placementIds.map(words.student)) }),
    ),
    hostScores: rules.hostScores.map(({ unitId, score }) =>
      t('host.row', { unit: words.unit(unitId), score }),
    ),
  });
  return { fault, wholeFault, sentences };
}
