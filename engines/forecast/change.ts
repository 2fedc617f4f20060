import { z } from 'zod';
import { QUARTER_PATTERN } from './quarter.ts';

const id = z.string().min(1);
const factor = z.number().min(0).max(100).describe('1 = as it is.');

const change = z.discriminatedUnion('kind', [
  z
    .strictObject({ kind: z.literal('delay-project'), project: id, quarters: z.int().min(0).max(200) })
    .describe('The whole ramp comes so many quarters later, beside the delay the plan already reckons with.'),
  z.strictObject({
    kind: z.literal('set-project-probability'),
    project: id,
    probability: z.number().min(0).max(1),
  }),
  z
    .strictObject({ kind: z.literal('scale-attrition'), occupation: id.optional(), factor })
    .describe('Of one occupation, or of all; age bands too.'),
  z.strictObject({ kind: z.literal('scale-units'), line: id, factor }),
  z
    .strictObject({
      kind: z.literal('set-join-rate'),
      programme: id,
      occupation: id,
      joinRate: z.number().min(0).max(1),
    })
    .describe('Of graduates under way and of classes that could be opened.'),
  z
    .strictObject({
      kind: z.literal('open-class'),
      programme: id,
      occupation: id,
      start: z.string().regex(QUARTER_PATTERN),
      seats: z.int().min(1),
    })
    .describe('A class of a training of the plan, within its class size.'),
]);

/** A list of what-if changes as it may stand in a file. */
export const changeListShape = z.array(change);

/** One what-if change of a plan. */
export type Change = z.infer<typeof change>;
