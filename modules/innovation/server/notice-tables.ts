import { defineTables } from '@dualtrack/platform/db';
import type { Generated } from 'kysely';
import type { InstalmentState } from '../instalment.ts';
import type { NoticeAbout, NoticeKind } from '../notice.ts';

type Bilateral = { tenantId: string; enterpriseId: string };
type Words = Generated<string>;

export type NoticeTables = {
  innovationNotice: Bilateral & {
    id: string;
    personId: string;
    kind: NoticeKind;
    recordId: string;
    turn: Words;
    about: NoticeAbout;
    aboutId: string;
    title: string;
    titleEn: Words;
    onDay: string | null;
    createdAt: Date;
    seenAt: Date | null;
  };
  projectInstalment: Bilateral & {
    id: string;
    projectId: string;
    lineId: string;
    milestoneId: string | null;
    title: string;
    amount: number;
    dueOn: string;
    state: InstalmentState;
    calledBy: Words;
    calledAt: Date | null;
    remark: Words;
    paidBy: Words;
    paidOn: string | null;
    proofId: string | null;
  };
  projectHours: Bilateral & {
    projectId: string;
    memberId: string;
    onDay: string;
    minutes: number;
    what: string;
    at: Date;
    confirmedBy: Words;
    confirmedAt: Date | null;
  };
};

export const noticeTables = defineTables({
  innovationNotice: 'bilateral',
  projectInstalment: 'bilateral',
  projectHours: 'bilateral',
});
