import { shape } from '@dualtrack/rules';

/** China keeps one time, eight hours ahead of UTC. */
export const UTC_OFFSET_MINUTES = 480;

/** A calendar day in China. */
export const day = () => shape.day(UTC_OFFSET_MINUTES);
/** A calendar day, or `null` where it is known that it has not happened. */
export const dayOrNone = () => shape.orNone(day());
/** A text such as an id, or `null` where it is known that there is none. */
export const textOrNone = () => shape.orNone(shape.text());
/** Whole fen (a hundredth of a yuan). */
export const fen = () => shape.count();
/** A 6-digit major code of the 2021 catalogue: bachelor 21–39, associate 41–59, secondary 61–79. */
export const majorCode = () =>
  shape.pattern(/^(2[1-9]|3\d|4[1-9]|5\d|6[1-9]|7\d)\d{4}$/, 'a 6-digit major code of the 2021 catalogue');
/** The first two digits of a major code. */
export const majorCategory = () =>
  shape.pattern(/^(2[1-9]|3\d|4[1-9]|5\d|6[1-9]|7\d)$/, 'the first two digits of a major code');
/** An administrative code of GB/T 2260: 2 digits province, 4 prefecture, 6 county. */
export const regionCode = () => shape.pattern(/^\d{2}(\d{2}){0,2}$/, 'a GB/T 2260 code of 2, 4 or 6 digits');

/** What money can be taken from a student for. */
const CHARGE_KINDS = [
  'deposit',
  'training-fee',
  'commission',
  'management-fee',
  'material-fee',
  'job-service-fee',
  'meals',
  'lodging',
  'insurance',
  'other',
] as const;

/** Money taken for something: a list of items, or just the sum. */
export const charges = () =>
  shape.either(fen(), shape.listOf(shape.object({ kind: shape.oneOf(CHARGE_KINDS), amount: fen() })));

/** Somebody states that a thing is so, with evidence. Without evidence a statement proves nothing. */
export const declaration = () =>
  shape.object({
    holds: shape.flag(),
    by: shape.text(),
    on: day(),
    evidence: shape.listOf(shape.text()),
  });

/** Days on which something was done, or just how many times. */
export const times = () => shape.either(shape.count(), shape.listOf(day()));
