import { z } from 'zod';
import { forecastPlanShape } from './plan.ts';
import { forecastResultShape } from './result.ts';

/** A JSON Schema document (draft 2020-12). */
export type JsonSchema = Record<string, unknown>;

/** The two public formats as JSON Schema, from the definitions that validate; keys are the file names. */
export function forecastSchemas(): Record<
  'forecast-plan.schema.json' | 'forecast-result.schema.json',
  JsonSchema
> {
  // The plan's input side: lists with a default may be left out of a file.
  return {
    'forecast-plan.schema.json': {
      title: 'dualtrack/forecast-plan@1',
      ...z.toJSONSchema(forecastPlanShape, { io: 'input' }),
    },
    'forecast-result.schema.json': {
      title: 'dualtrack/forecast-result@1',
      ...z.toJSONSchema(forecastResultShape),
    },
  };
}
