import { conditionsOver, fact, factTypes, shape } from '@dualtrack/rules';
import { apprenticeFacts } from './facts/apprentice.ts';
import { stageFacts } from './facts/stage.ts';

const time = () => shape.pattern(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day, HH:MM');
const shift = shape.object({
  ...{ date: shape.day(60), start: time(), end: time() },
  breaks: shape.listOf(shape.object({ afterMinutes: shape.optional(shape.count()), minutes: shape.count() })),
});

/** Every fact the rules of this pack may look at. */
export const facts = factTypes({
  'placement.kind': fact(shape.oneOf(['stage', 'apprenticeship']), 'Internship or apprenticeship'),
  'placement.start': fact(shape.day(60), 'First day'),
  'placement.end': fact(shape.day(60), 'Last day'),
  'student.birthDate': fact(shape.day(60), 'Birth date', { sensitive: true }),
  'student.hasTrainingException': fact(
    shape.flag(),
    'Whether one of the exceptions for training lets somebody below sixteen work',
  ),
  'roster.shifts': fact(shape.listOf(shift), 'Shifts with their breaks'),
  'post.isDangerous': fact(shape.flag(), 'Whether the work is forbidden to minors as dangerous'),
  'post.derogationDeclaredOn': fact(
    shape.orNone(shape.day(60)),
    'Day on which dangerous work for training was declared to the inspectorate',
  ),
  ...stageFacts,
  ...apprenticeFacts,
});

/** The name of a fact of this pack. */
export type FactName = keyof typeof facts;

/** The condition makers over these facts. */
export const { condition, is, isOneOf, atMost, atLeast, includesAll } = conditionsOver(facts);
