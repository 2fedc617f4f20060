import { done, field, route } from '@dualtrack/platform/contract';
import * as z from 'zod';
import { noticeAbouts, noticeKinds } from '../notice.ts';
import { staff } from '../side.ts';

const tag = 'Innovation: notices';
const people = [...staff, 'student'] as const;

const notice = z.object({
  id: field.id,
  kind: z.enum(noticeKinds),
  about: z.enum(noticeAbouts),
  aboutId: field.id,
  title: z.string(),
  titleEn: z.string(),
  onDay: field.day.nullable(),
  createdAt: field.instant,
});
export type Notice = z.infer<typeof notice>;

/** What a person was told of and has not put away. */
export const notices = {
  mine: route('GET', '/innovation-notices', { may: people, summary: 'What I was told of', tag })
    .input(z.object({ about: z.enum(noticeAbouts).optional() }))
    .output(z.object({ total: z.number().int(), items: z.array(notice) })),
  seen: route('POST', '/innovation-notices/{noticeId}/seen', { may: people, summary: 'Put one away', tag })
    .input(z.object({ noticeId: field.id }))
    .output(done),
};
