import { z } from 'zod';
import { rotationPlanFormat } from './plan-format.ts';
import { rotationProblemFormat } from './problem-format.ts';

/**
 * The published JSON Schemas (draft 2020-12) by file name under `docs/formats/`, made from the definitions that
 * validate. A test holds the published files equal to these.
 */
export function rotationSchemas(): Record<string, object> {
  return {
    'rotation-problem.schema.json': z.toJSONSchema(rotationProblemFormat, { io: 'input' }),
    'rotation-plan.schema.json': z.toJSONSchema(rotationPlanFormat, { io: 'input' }),
  };
}
