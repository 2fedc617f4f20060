import { done, field, route } from '@dualtrack/platform/contract';
import * as z from 'zod';

const tag = 'Rotations';
const told = ['student', 'guardian', 'mentor', 'teacher'] as const;

/** What people are told of published plans, on their home. */
export const noticeContract = {
  mine: route('GET', '/my-rotation-notices', {
    may: told,
    summary: 'Published rotations that the caller was told of and has not marked as read',
    tag,
  })
    .input(z.object({}))
    .output(
      z.object({
        items: z.array(
          z.object({
            id: field.id,
            planId: field.id,
            planName: z.string(),
            className: z.string(),
            /** The first plan of the class, or one in which the own weeks changed. */
            isFirst: z.boolean(),
            changes: z.number().int(),
            createdAt: field.instant,
          }),
        ),
      }),
    ),
  seen: route('PUT', '/my-rotation-notices/{noticeId}/seen', {
    may: told,
    summary: 'Mark a notice as read',
    tag,
  })
    .input(z.object({ noticeId: field.id }))
    .output(done),
};
