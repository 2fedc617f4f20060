import { type NoticeKind, noticeRules } from './notice.ts';

/** Whether a notice binds or frees somebody, or answers what they asked for: its mail cannot be turned off. */
export function isBinding(kind: NoticeKind): boolean {
  return noticeRules[kind].guardians !== false || kind.startsWith('appeal-');
}
