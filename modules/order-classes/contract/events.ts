import { field } from '@dualtrack/platform/contract';
import * as z from 'zod';
import { noticeKinds } from '../notice.ts';

/** Events of this room: name → payload. */
export const events = {
  'class.opened': z.object({ classId: field.id, enterpriseId: field.id }),
  'class.published': z.object({ classId: field.id, enterpriseId: field.id }),
  /** A further round gave seats that had fallen free. */
  'class.refilled': z.object({ classId: field.id, enterpriseId: field.id, round: z.number().int() }),
  /** Interview slots were offered to those who apply. */
  'class.interviews-offered': z.object({ classId: field.id, enterpriseId: field.id }),
  /** Something that people of both sides, students and guardians are told; see `notice.ts` for who hears of what. */
  'class.told': z.object({
    classId: field.id,
    enterpriseId: field.id,
    kind: z.enum(noticeKinds),
    happening: z.string(),
    happenedAt: field.instant,
    /** The student whom it is about. */
    studentId: field.id.nullable(),
    /** Who did it and need not be told. */
    byPerson: field.id.nullable(),
    on: field.day.nullable(),
    at: field.instant.nullable(),
    round: z.number().int().nullable(),
  }),
  /** The places of a class are other than they were; facts are recorded anew. */
  'class.places-changed': z.object({ classId: field.id }),
  /** Notices are kept whose letters have not gone yet. */
  'class.letters-due': z.object({ classId: field.id }),
  'class.started': z.object({ classId: field.id, enterpriseId: field.id }),
  'class.finished': z.object({ classId: field.id, enterpriseId: field.id }),
};
