import type { TransactionContext } from '@dualtrack/platform/operation';
import { ownDb } from './own-db.ts';

/** Quarter `offset` quarters after a quarter; `2026-Q4` + 1 = `2027-Q1`. */
export function quarterAfter(quarter: string, offset: number): string {
  const index = Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(6)) - 1 + offset;
  return `${Math.floor(index / 4)}-Q${(index % 4) + 1}`;
}

/**
 * Demand facts of the enterprise in whose home the context runs, in the shape of forecast-plan@1: occupations,
 * lines and projects over `quarters` quarters from `start`. A quarter that nobody planned keeps the line's last
 * known units, and counts nothing for projects beyond their last number.
 */
export async function forecastFacts<Tables>(
  context: TransactionContext<Tables>,
  span: { start: string; quarters: number },
) {
  const db = ownDb(context);
  const quarters = Array.from({ length: span.quarters }, (_, index) => quarterAfter(span.start, index));
  const stocks = await db.selectFrom('occupationStock').selectAll().orderBy('occupation').execute();
  const bands = await db.selectFrom('occupationAgeBand').selectAll().orderBy('ageFrom').execute();
  const retirements = await db.selectFrom('occupationRetirement').selectAll().execute();
  const lines = await db.selectFrom('capacityLine').selectAll().orderBy('code').execute();
  const values = await db.selectFrom('capacityValue').selectAll().orderBy('quarter').execute();
  const staffing = await db.selectFrom('lineStaffing').selectAll().execute();
  const projects = await db.selectFrom('project').selectAll().orderBy('code').execute();
  const headcounts = await db.selectFrom('projectHeadcount').selectAll().orderBy('quarter').execute();
  return {
    titles: stocks.map(({ occupation, title, titleEn, isco }) => ({ id: occupation, title, titleEn, isco })),
    lineNames: lines.map(({ code, name }) => ({ id: code, name })),
    projectNames: projects.map(({ code, name, nameEn }) => ({ id: code, name, nameEn })),
    occupations: stocks.map((stock) => {
      const { occupation: id, headcount, attrition, retirementAge } = stock;
      const own = bands.filter((band) => band.occupation === id);
      const ageBands = own.map(({ ageFrom, ageTo, headcount: people }) => {
        return { from: ageFrom, to: ageTo, headcount: people };
      });
      // After an import the ages may be of another day than the headcount; then the headcount counts.
      const isSame = ageBands.reduce((sum, band) => sum + band.headcount, 0) === headcount;
      if (retirementAge !== null && ageBands.length > 0 && isSame) {
        return { id, headcount, attrition, retirementAge, ageBands };
      }
      const leaving = quarters.map(
        (quarter) =>
          retirements.find((row) => row.occupation === id && row.quarter === quarter)?.headcount ?? 0,
      );
      return { id, headcount, attrition, retirements: leaving };
    }),
    lines: lines.map((line) => ({
      id: line.code,
      units: lastKnown(
        values
          .filter((value) => value.lineId === line.id)
          .map(({ quarter, units }) => ({ quarter, value: units })),
        quarters,
      ),
      staffing: staffing
        .filter((row) => row.lineId === line.id)
        .map(({ occupation, perUnit }) => ({ occupation, perUnit })),
    })),
    projects: projects.map((project) => {
      const own = headcounts.filter((row) => row.projectId === project.id);
      const occupations = [...new Set(own.map((row) => row.occupation))];
      return {
        id: project.code,
        probability: project.probability,
        delayQuarters: { mean: project.delayMean, max: project.delayMax },
        headcount: occupations.map((occupation) => ({
          occupation,
          byQuarter: lastKnown(
            own
              .filter((row) => row.occupation === occupation)
              .map(({ quarter, headcount }) => ({ quarter, value: headcount })),
            quarters,
          ),
        })),
      };
    }),
  };
}

function lastKnown(
  known: readonly { quarter: string; value: number }[],
  quarters: readonly string[],
): number[] {
  return quarters.map((quarter) => known.findLast((one) => one.quarter <= quarter)?.value ?? 0);
}
