/** What people are told of. */
export const noticeKinds = [
  'challenge.published',
  'challenge.closing',
  'question.asked',
  'review.asked',
  'proposal.submitted',
  'proposal.chosen',
  'proposal.declined',
  'team.invited',
  'team.applied',
  'milestone.due',
  'deliverable.submitted',
  'deliverable.returned',
  'deliverable.accepted',
  'deliverable.silence-soon',
  'deliverable.silent',
  'publication.asked',
  'publication.silence-soon',
  'change.asked',
  'change.answered',
  'instalment.called',
  'instalment.paid',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** Whether a clock runs against who is told, at whose end silence is a yes: such a mail cannot be turned off. */
export function isBinding(kind: NoticeKind): boolean {
  const binding: readonly NoticeKind[] = [
    ...(['deliverable.submitted', 'deliverable.silence-soon'] as const),
    ...(['publication.asked', 'publication.silence-soon'] as const),
  ];
  return binding.includes(kind);
}

/** What a notice leads to. */
export const noticeAbouts = ['challenge', 'proposal', 'project'] as const;
export type NoticeAbout = (typeof noticeAbouts)[number];

/** The address of what a notice is about; students have a page of their own. */
export function noticePath(notice: { about: NoticeAbout; aboutId: string }, isStudent: boolean): string {
  if (isStudent) return '/my-innovation';
  const places = { challenge: 'challenges', proposal: 'proposals', project: 'innovation-projects' } as const;
  return `/${places[notice.about]}/${notice.aboutId}`;
}

/** How many days before its day something is said to be near. */
export const daysBefore = { milestone: 7, silence: 3, deadline: 7 } as const;
