import { addDay } from '../days.ts';
import type { Evidence } from '../evidence.ts';
import type { PracticeSpan } from '../practice.ts';
import type { TalentContext } from './asking.ts';

/** What is attested on the platform or written down of people, each piece with its person. */
export type EvidenceFact = Evidence & {
  expertId: string;
  id: string | null;
  issuer: string;
  number: string;
  byName: string;
  byPerson: string | null;
  checkedBy: string;
};
export type PracticeFact = PracticeSpan & { expertId: string };

/** Days of practice that a host has assessed and not failed, by the days that were noted. */
export async function practiceFacts(ctx: TalentContext): Promise<PracticeFact[]> {
  const notes = await ctx.db
    .selectFrom('stayNote as n')
    .innerJoin('talentStay as s', (join) =>
      join.onRef('s.tenantId', '=', 'n.tenantId').onRef('s.id', '=', 'n.stayId'),
    )
    .select(['s.expertId', 'n.onDay'])
    .where('s.form', '=', 'teacher-practice')
    .where('s.state', '=', 'assessed')
    .where('s.grade', '!=', 'failed')
    .execute();
  return notes.map(({ expertId, onDay }) => ({ expertId, from: onDay, to: onDay }));
}

/** Papers of people, and the sessions that both sides attested: courses taught together, advice to an enterprise. */
export async function evidenceFacts(ctx: TalentContext, years: number): Promise<EvidenceFact[]> {
  const papers = await ctx.db.selectFrom('teacherEvidence').selectAll().orderBy('fromOn', 'desc').execute();
  const hours = await ctx.db
    .selectFrom('hourEntry')
    .select(['expertId', 'form', 'title', 'onDay', 'sessionId', 'attestedBy'])
    .where('giver', '=', 'school')
    .where('form', 'in', ['co-taught', 'technical-advice'])
    .where('sessionId', 'is not', null)
    .where('onDay', '>', addDay(ctx.today, -366 * years))
    .orderBy('onDay', 'desc')
    .execute();
  return [
    ...papers.map(({ fromOn, toOn, checkedAt, ...paper }) => ({
      ...paper,
      ...{ from: fromOn, to: toOn, isChecked: checkedAt !== null },
    })),
    ...hours.map(({ expertId, form, title, onDay, sessionId, attestedBy }) => ({
      ...{ expertId, id: null, title, from: onDay, to: onDay, isChecked: true, number: '' },
      ...{ issuer: attestedBy.enterprise, byName: attestedBy.school, byPerson: null },
      ...{ checkedBy: attestedBy.enterprise, path: `/talent-sessions/${sessionId}` },
      kind: form === 'co-taught' ? ('course' as const) : ('project' as const),
    })),
  ];
}
