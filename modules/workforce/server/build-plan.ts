import { type ForecastPlan, quarterAt } from '@dualtrack/forecast';
import { forecastFacts, organisationNames, publicProgrammes } from '@dualtrack/organisations/server';
import { partnersOf } from '@dualtrack/platform/access';
import type { TransactionContext } from '@dualtrack/platform/operation';
import type { ForecastNames } from '../contract.ts';

/**
 * An order class is formed from students who have begun already (usually at the start of their second year), so
 * its people are in post a year and a half after it starts; a class of new pupils would need the whole programme.
 */
const orderClassLeadQuarters = 6;
const classSize = { min: 15, max: 45 };
/** Of the people of an order class, more come than of other graduates: they have a post and know it. */
const orderClassJoinRate = 0.85;

/** The quarter in which a calendar day lies. */
export function quarterOf(day: string): string {
  return `${day.slice(0, 4)}-Q${Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 1}`;
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
        leadQuarters: orderClassLeadQuarters,
        completion: programme.completionRate,
        joinRate: orderClassJoinRate,
        classSize,
      });
    }
  }
  const plan: ForecastPlan = {
    format: 'dualtrack/forecast-plan@1',
    start: span.start,
    quarters: span.quarters,
    occupations,
    lines,
    projects,
    supply,
    training,
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
