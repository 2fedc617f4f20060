import { defineTables, type Json } from '@dualtrack/platform/db';
import type { Generated } from 'kysely';
import type { Duty, IpForm, MemberState, ProjectState } from '../project.ts';
import type { Share } from '../shares.ts';
import type { Side } from '../side.ts';
import type { TermAnswers, TermModel } from '../terms.ts';

type Bilateral = { tenantId: string; enterpriseId: string };
type Words = Generated<string>;
type OfProject = Bilateral & { id: string; projectId: string };

export type ProjectTables = {
  innovationProject: Bilateral & {
    id: string;
    challengeId: string | null;
    proposalId: string | null;
    state: ProjectState;
    title: string;
    titleEn: Words;
    goal: string;
    startsOn: string;
    endsOn: string;
    budget: number;
    schoolShare: number;
    acceptanceDays: number;
    reviewDays: number;
    isOpenToStudents: Generated<boolean>;
    terms: Json<{ answers: TermAnswers; model: TermModel }> | null;
    agreementId: string | null;
    stopReason: Words;
    createdBy: string;
    createdAt: Date;
    changedAt: Date;
  };
  projectMember: OfProject & {
    side: Side;
    name: string;
    personId: string | null;
    kind: 'teacher' | 'engineer' | 'student';
    duty: Duty;
    state: MemberState;
    department: Words;
    hours: Generated<number>;
    credit: Generated<number>;
    changedAt: Date;
  };
  projectIp: OfProject & {
    kind: 'background' | 'foreground';
    form: IpForm;
    title: string;
    note: Words;
    shares: Json<Share[]>;
    addedBy: string;
    addedAt: Date;
  };
  projectMilestone: OfProject & { title: string; titleEn: Words; dueOn: string };
};

export const projectTables = defineTables({
  innovationProject: 'bilateral',
  projectMember: 'bilateral',
  projectIp: 'bilateral',
  projectMilestone: 'bilateral',
});
