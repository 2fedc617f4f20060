import type { PlanDetail } from '../../contract.ts';
import type { PlanRules, RuleFault } from '../../rules-contract.ts';

/** Least heads while they are written: what is not chosen yet is absent. */
export type LeastDraft = {
  key: string;
  unitId?: string | undefined;
  siteId?: string | undefined;
  fromWeek?: string;
  toWeek?: string;
  heads: number | null;
};
export type GroupDraft = { key: string; name: string; placementIds: readonly string[] };

/** The rules of a plan while they are written; limits and scores by site and unit. */
export type RulesDraft = {
  least: readonly LeastDraft[];
  limits: Readonly<Record<string, number | null>>;
  groups: readonly GroupDraft[];
  scores: Readonly<Record<string, number>>;
};

export function draftOf({ rules }: PlanDetail): RulesDraft {
  return {
    least: rules.least.map((rule, at) => ({ ...rule, key: `least-${at}` })),
    limits: Object.fromEntries(rules.siteLimits.map(({ siteId, most }) => [siteId, most])),
    groups: rules.groups.map((group, at) => ({ ...group, key: `group-${at}` })),
    scores: Object.fromEntries(rules.hostScores.map(({ unitId, score }) => [unitId, score])),
  };
}

type Whole = PlanRules['least'][number] & { key: string };

function isWhole(rule: LeastDraft): rule is Whole {
  const { unitId, siteId, fromWeek, toWeek, heads } = rule;
  return [unitId, siteId, fromWeek, toWeek].every((one) => one !== undefined) && heads !== null;
}

/** Whether every rule says all that it has to say. */
export function isComplete({ least, groups }: RulesDraft): boolean {
  return least.every(isWhole) && groups.every(({ name }) => name.trim() !== '');
}

/** The rules as far as they are whole; `keys`: the rows they came from, to find where a fault belongs. */
export function rulesOfDraft({ least, limits, groups, scores }: RulesDraft): {
  rules: PlanRules;
  keyOf(fault: Pick<RuleFault, 'part' | 'at'>): string;
} {
  const whole = least.filter(isWhole);
  const limited = Object.entries(limits).flatMap(([siteId, most]) =>
    most === null ? [] : [{ siteId, most }],
  );
  const scored = Object.entries(scores).flatMap(([unitId, score]) =>
    score === 0 ? [] : [{ unitId, score }],
  );
  const keys = {
    least: whole.map((rule) => rule.key),
    siteLimits: limited.map((rule) => rule.siteId),
    groups: groups.map((group) => group.key),
    hostScores: scored.map((rule) => rule.unitId),
  };
  return {
    rules: {
      least: whole.map(({ key: _, ...rule }) => rule),
      siteLimits: limited,
      groups: groups.map(({ name, placementIds }) => ({
        name: name.trim(),
        placementIds: [...placementIds],
      })),
      hostScores: scored,
    },
    keyOf: ({ part, at }) => keys[part][at] ?? '',
  };
}
