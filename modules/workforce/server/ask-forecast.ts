import {
  type Change,
  changeListShape,
  type ForecastPlan,
  forecastPlanShape,
  type Parsed,
} from '@dualtrack/forecast';
import { newId } from '@dualtrack/platform/ids';
import type { OperationContext } from '@dualtrack/platform/operation';
import { startRun } from '@dualtrack/platform/runs';
import * as z from 'zod';
import type { ForecastRunKind } from '../contract/planning.ts';
import { type ForecastNames, forecastNames } from '../contract.ts';
import { faultWords } from './fault-words.ts';
import type { WorkforceTables } from './tables.ts';

/** A forecast to be calculated: all that it is made from, as it was when it was asked for. */
export type AskedForecast = {
  plan: ForecastPlan;
  names: ForecastNames;
  name: string;
  runs: number;
  seed: string;
  changes: Change[];
  kind: 'plan' | 'what-if' | 'back-test';
  /** The forecast of which it is a scenario. */
  baseId: string | null;
};

/** What the run is given: the forecast, the id that it will have, and when and by whom it was asked for. */
export const askedShape = z.object({
  id: z.string(),
  plan: forecastPlanShape,
  names: forecastNames,
  name: z.string(),
  runs: z.number(),
  seed: z.string(),
  changes: changeListShape,
  kind: z.enum(['plan', 'what-if', 'back-test']),
  baseId: z.string().nullable(),
  madeBy: z.string(),
  madeAt: z.string(),
});

/** The name under which a run is worked on. */
export const runKind = <Kind extends ForecastRunKind>(kind: Kind) => `workforce.${kind}` as const;

/**
 * Starts the calculation of a forecast as a long run. Answers the run, and the id that the forecast has once the run is
 * done; until then there is none.
 */
export async function askForecast<Codes extends string>(
  ctx: OperationContext<WorkforceTables, Codes>,
  asked: AskedForecast,
): Promise<{ id: string; runId: string }> {
  const id = newId();
  const { kind, baseId } = asked;
  const madeBy = ctx.actor.personId;
  const runId = await startRun(ctx, {
    kind: runKind(baseId !== null ? 'scenario' : kind === 'back-test' ? kind : 'forecast'),
    input: { ...asked, id, madeBy, madeAt: ctx.now.toISOString() } satisfies z.input<typeof askedShape>,
    ...(baseId === null ? {} : { subjectId: baseId }),
    startedBy: madeBy,
  });
  ctx.audit(id, { kind, quarters: asked.plan.quarters, changes: asked.changes.length });
  return { id, runId };
}

/** The plan that was parsed or changed. @throws forecast.bad-plan with everything that is wrong, in words with its place */
export function soundPlan(
  ctx: Pick<OperationContext<WorkforceTables, 'forecast.bad-plan'>, 'refuse' | 'locale'>,
  parsed: Parsed<ForecastPlan>,
  given: { plan: ForecastPlan; names: ForecastNames },
): ForecastPlan {
  if (parsed.ok) return parsed.value;
  throw ctx.refuse('forecast.bad-plan', {
    count: parsed.issues.length,
    list: faultWords(ctx.locale, given.plan, given.names, parsed.issues),
  });
}
