import { z } from 'zod';
import { matchingProblemFormat } from './problem-format.ts';
import { matchingResultFormat } from './result-format.ts';

/**
 * The published JSON Schemas (draft 2020-12) by file name under `docs/formats/`, made from the definitions
 * that validate. A test holds the published files equal to these.
 */
export function matchingSchemas(): Record<string, object> {
  return {
    'matching-problem.schema.json': z.toJSONSchema(matchingProblemFormat, { io: 'input' }),
    'matching-result.schema.json': z.toJSONSchema(matchingResultFormat, { io: 'input' }),
  };
}
