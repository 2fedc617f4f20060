import { bothStaff, done, field, route } from '@dualtrack/platform/contract';
import * as z from 'zod';
import { noticeKinds } from '../notice.ts';

const tag = 'Order classes';
const concerned = [...bothStaff, 'student', 'guardian'] as const;

/** Something the reader was told about a class. `on` or `at`: the day or time that it names. */
export const noticeShape = z.object({
  id: field.id,
  classId: field.id,
  className: z.string(),
  kind: z.enum(noticeKinds),
  on: field.day.nullable(),
  at: field.instant.nullable(),
  createdAt: field.instant,
});
export type ClassNotice = z.infer<typeof noticeShape>;

export const noticesContract = {
  mine: route('GET', '/my-class-notices', {
    may: concerned,
    summary: 'What the caller was told about classes in the last weeks and has not marked as read',
    tag,
  }).output(z.object({ items: z.array(noticeShape) })),
  seen: route('PUT', '/my-class-notices/{noticeId}/seen', {
    may: concerned,
    summary: 'Mark one of the own notices as read',
    tag,
  })
    .input(z.object({ noticeId: field.id }))
    .output(done),
};
