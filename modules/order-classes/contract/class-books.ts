import { bothStaff, field, route } from '@dualtrack/platform/contract';
import * as z from 'zod';

const tag = 'Order classes';

/** Tables of a class that are read in a spreadsheet and come from none: they are made by doing, not by typing. */
export const recordTables = [
  'briefings',
  'bookings',
  'rounds',
  'results',
  'waiting',
  'placements',
  'changes',
  'appeals',
] as const;
export type RecordTable = (typeof recordTables)[number];

/** Every table of a class, in the order of its book. */
export const bookTables = [
  'seats',
  'briefings',
  'applications',
  'points',
  'scores',
  'slots',
  'bookings',
  'rounds',
  'results',
  'waiting',
  'placements',
  'changes',
  'appeals',
  'syllabus',
] as const;

export const booksContract = {
  /** What the reader may see of a class; a table that is not theirs is not there. */
  get: route('GET', '/order-classes/{classId}/book', {
    may: bothStaff,
    summary: 'A whole class as a workbook, one sheet for each of its tables that the reader may see',
    audit: 'read',
    tag,
  })
    .input(z.object({ classId: field.id }))
    .output(z.file()),
};
