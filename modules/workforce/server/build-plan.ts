import { type ForecastPlan, quarterAt } from '@dualtrack/forecast';
import { forecastFacts, organisationNames, publicProgrammes } from '@dualtrack/organisations/server';
import { partnersOf } from '@dualtrack/platform/access';
import type { TransactionContext } from '@dualtrack/platform/operation';
import { type Assumptions, costsOf } from '../assumptions.ts';
import type { ForecastNames } from '../contract.ts';
import { ratesBefore } from '../past-rates.ts';
import { assumptionsOf } from './forecast-assumptions.ts';
import { headcountRecords } from './headcount-records.ts';

/** The quarter in which a calendar day lies. */
export function quarterOf(day: string): string {
  return `${day.slice(0, 4)}-Q${Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 1}`;
}

function resourcesOf({ needs }: Assumptions, quarters: number): ForecastPlan['resources'] {
  return needs.map(({ resource, free }) =>
    free === null ? { id: resource } : { id: resource, available: new Array<number>(quarters).fill(free) },
  );
}

/** Makes the forecast plan of an enterprise from its own records and what its partner schools publish. */
export async function buildPlan<Tables>(
  context: TransactionContext<Tables>,
  span: { start: string; quarters: number },
): Promise<{ plan: ForecastPlan; names: ForecastNames }> {
  const { titles, lineNames, projectNames, occupations, lines, projects } = await forecastFacts(
    context,
    span,
  );
  const assumed = await assumptionsOf(context);
  const records = await headcountRecords(context);
  const schools = await partnersOf(context.transaction, context.today);
  const schoolNames = await organisationNames(context, schools);
  const programmes = await publicProgrammes(context, schools);
  const known = new Set(occupations.map((one) => one.id));
  const isco = new Map(titles.flatMap((one) => (one.isco === null ? [] : [[one.isco, one.id] as const])));
  const quarters = Array.from({ length: span.quarters }, (_, index) => quarterAt(span.start, index));
  const supply: ForecastPlan['supply'] = [];
  const training: ForecastPlan['training'] = [];
  for (const programme of programmes) {
    for (const code of programme.occupations) {
      const occupation = known.has(code) ? code : isco.get(code);
      if (occupation === undefined) continue;
      const share = 1 / programme.occupations.length;
      supply.push({
        id: `${programme.schoolId}:${programme.majorCode}:${occupation}`,
        programme: programme.majorCode,
        occupation,
        graduates: quarters.map((quarter) =>
          Math.round((programme.graduates.find((one) => one.quarter === quarter)?.count ?? 0) * share),
        ),
        joinRate: programme.joinRate,
      });
      const isKnown = training.some(
        (one) => one.programme === programme.majorCode && one.occupation === occupation,
      );
      // Two schools with the same programme are one way to train; which school is asked is decided with the order.
      if (isKnown) continue;
      training.push({
        programme: programme.majorCode,
        occupation,
        leadQuarters: assumed.leadQuarters,
        completion: programme.completionRate,
        joinRate: assumed.joinRate,
        classSize: { min: assumed.classMin, max: assumed.classMax },
        needs: assumed.needs.map(({ resource, perClass, perSeat }) => ({ resource, perClass, perSeat })),
      });
    }
  }
  const plan: ForecastPlan = {
    format: 'dualtrack/forecast-plan@1',
    start: span.start,
    quarters: span.quarters,
    // A rate is as sure as the person-quarters on which it was seen; without records it is taken as known.
    occupations: occupations.map((one) => {
      const own = records.filter(({ occupation }) => occupation === one.id);
      const rates = ratesBefore(own, span.start);
      return rates === null ? one : { ...one, attritionSeenOn: rates.seenOn };
    }),
    lines,
    projects,
    supply,
    training,
    resources: resourcesOf(assumed, span.quarters),
    costs: costsOf(assumed.sureness),
  };
  const names = {
    occupations: titles.map(({ id, title, titleEn }) => ({ id, title, titleEn })),
    lines: lineNames,
    projects: projectNames,
    programmes: programmes.map((one) => ({
      id: one.majorCode,
      schoolId: one.schoolId,
      school: schoolNames.get(one.schoolId)?.name ?? '',
      schoolEn: schoolNames.get(one.schoolId)?.nameEn ?? '',
      name: one.name,
      nameEn: one.nameEn,
    })),
  };
  return { plan, names };
}
