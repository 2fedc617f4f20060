import { bothOffices, done, field, listInput, listOutput, route } from '@dualtrack/platform/contract';
import * as z from 'zod';
import { side } from '../shapes.ts';

const tag = 'Discussion';
const threadId = z.object({ threadId: field.id });
const postId = threadId.extend({ postId: field.id });
const body = z.string().trim().min(1).max(10_000);
const own = {
  'post.not-yours': { status: 403 },
  'post.withdrawn': { status: 409 },
  'post.changed': { status: 409 },
} as const;
const closed = { 'thread.closed': { status: 409 } } as const;

const row = z.object({
  id: field.id,
  enterpriseId: field.id,
  agreementId: field.id.nullable(),
  subject: z.string(),
  side,
  openedBy: z.string(),
  openedAt: field.instant,
  lastAt: field.instant,
  closedAt: field.instant.nullable(),
  posts: z.number().int(),
  /** Somebody else wrote since the caller last read it. */
  isUnread: z.boolean(),
  /** The caller was mentioned in something unread. */
  isMentioned: z.boolean(),
});
export type ThreadRow = z.infer<typeof row>;

const post = z.object({
  id: field.id,
  name: z.string(),
  side,
  /** Empty when it was withdrawn; its wordings stay in the history. */
  body: z.string(),
  revision: z.number().int(),
  mentions: z.array(z.string()),
  postedAt: field.instant,
  editedAt: field.instant.nullable(),
  withdrawnAt: field.instant.nullable(),
  withdrawnBy: z.string(),
  isOwn: z.boolean(),
});
export type Post = z.infer<typeof post>;

const thread = row.extend({
  closedBy: z.string(),
  items: z.array(post),
  /** Names that can be mentioned: everybody who has written or signed beside this agreement. */
  people: z.array(z.object({ name: z.string(), side })),
});
export type Thread = z.infer<typeof thread>;

export const discussion = {
  list: route('GET', '/discussions', { may: bothOffices, summary: 'Threads of both sides', tag })
    .input(
      listInput.extend({
        agreementId: field.id.optional(),
        scope: z.enum(['open', 'mentioned']).optional(),
      }),
    )
    .output(listOutput(row)),
  open: route('POST', '/discussions', {
    may: bothOffices,
    summary: 'Open a thread beside an agreement',
    tag,
    created: true,
  })
    .errors({ 'thread.no-such-agreement': { status: 422 } })
    .input(z.object({ agreementId: field.id, subject: field.line, body }))
    .output(z.object({ id: field.id })),
  get: route('GET', '/discussions/{threadId}', { may: bothOffices, summary: 'One thread', tag })
    .input(threadId)
    .output(thread),
  post: route('POST', '/discussions/{threadId}/posts', {
    may: bothOffices,
    summary: 'Write into a thread; @name mentions somebody',
    tag,
    created: true,
  })
    .errors(closed)
    .input(threadId.extend({ body }))
    .output(thread),
  edit: route('PUT', '/discussions/{threadId}/posts/{postId}', {
    may: bothOffices,
    summary: 'Change the own wording; the earlier one stays in the history',
    tag,
  })
    .errors({ ...own, ...closed })
    .input(postId.extend({ revision: z.number().int().min(1), body }))
    .output(thread),
  withdraw: route('DELETE', '/discussions/{threadId}/posts/{postId}', {
    may: bothOffices,
    summary: 'Withdraw the own post; that it was there stays to be seen',
    tag,
  })
    .errors(own)
    .input(postId)
    .output(thread),
  history: route('GET', '/discussions/{threadId}/posts/{postId}/revisions', {
    may: bothOffices,
    summary: 'Every wording that a post had',
    tag,
  })
    .input(postId)
    .output(
      z.object({
        items: z.array(
          z.object({ revision: z.number().int(), body: z.string(), name: z.string(), at: field.instant }),
        ),
      }),
    ),
  close: route('POST', '/discussions/{threadId}/moves', {
    may: bothOffices,
    summary: 'Close a thread, or open it again',
    tag,
  })
    .input(threadId.extend({ to: z.enum(['closed', 'open']) }))
    .output(thread),
  read: route('POST', '/discussions/{threadId}/readings', {
    may: bothOffices,
    summary: 'Note that the caller has read the thread up to now',
    tag,
  })
    .input(threadId)
    .output(done),
};
