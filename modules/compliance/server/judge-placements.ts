import { evaluateMany, type Moment, type Verdict, withWaivers } from '@dualtrack/rules';
import { type KeptFiling, waives } from '../filing.ts';
import { homeJurisdiction, type Law, lawOf } from '../laws.ts';
import type { PlacementFacts } from './placement-facts.ts';

/** A verdict with the placement that it is about. */
export type PlacementVerdict = Verdict & { placementId: string };

/** A placement with what is recorded of it and what the platform counts of itself. */
export type PlacementToJudge = {
  placementId: string;
  jurisdiction: string;
  recorded: PlacementFacts;
  counted: Readonly<Record<string, unknown>>;
};

/**
 * Judges placements, each by the law of its own country, on one day and at one moment; what a waiver that holds on
 * that day is about counts as excused. In the order of the countries, then of the placements.
 */
export function judgePlacements(
  placements: readonly PlacementToJudge[],
  when: { on: string; moment: Moment },
  filings: readonly KeptFiling[],
): { verdicts: PlacementVerdict[]; packs: string } {
  const used = byLaw(placements);
  const judged = [...used].flatMap(([law, own]) => {
    const facts = own.map((one) => one.recorded.read(law.joined, one.counted));
    return evaluateMany(law.joined, facts, when).flatMap((document, index) =>
      document.verdicts.map((verdict) =>
        Object.assign(verdict, { placementId: own[index]?.placementId ?? '' }),
      ),
    );
  });
  const verdicts = withWaivers(judged, ({ placementId, rule }) =>
    filings.some((one) => waives(one, placementId, rule, when.on)),
  );
  return { verdicts, packs: packsOf([...used.keys()]) };
}

function byLaw(placements: readonly PlacementToJudge[]): Map<Law, PlacementToJudge[]> {
  const found = new Map<Law, PlacementToJudge[]>();
  for (const one of placements) {
    // A country whose pack was taken out since: nothing is known of its law, so nothing is judged.
    const law = lawOf(one.jurisdiction);
    if (law === undefined) continue;
    const own = found.get(law);
    if (own === undefined) found.set(law, [one]);
    else own.push(one);
  }
  return found;
}

function packsOf(used: readonly Law[]): string {
  const home = lawOf(homeJurisdiction);
  const all = used.length > 0 ? used : home === undefined ? [] : [home];
  return all.flatMap((law) => law.packs.map(({ pack }) => `${pack.id}@${pack.version}`)).join(', ');
}
