import { teacherNumbers } from '@dualtrack/cn-2021-internship/layers/numbers';
import { findTeachers } from '@dualtrack/organisations/server';
import { operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { addDay } from '../days.ts';
import { partTimeAllowed, practiceStanding } from '../practice.ts';
import type { TalentTables } from './tables.ts';

const operation = operationsOn<TalentTables>();

/** Practice days of the school's teachers against the rule, and its part-time teachers against theirs. */
export const listTeachersPractice = operation(contract.stays.teachers, async (ctx) => {
  const { months, years, daysAMonth, partTimeShare } = teacherNumbers;
  const rule = { months: months.value, years: years.value, daysAMonth: daysAMonth.value };
  const register = await findTeachers(ctx);
  const cards = await ctx.db
    .selectFrom('expert')
    .select(['id', 'subjectId', 'name', 'title'])
    .where('leftOn', 'is', null)
    .orderBy('name')
    .execute();
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
  const hours = await ctx.db
    .selectFrom('hourEntry')
    .select(['expertId', 'giver', 'form', 'minutes', 'onDay'])
    .where('isShared', '=', true)
    .where('onDay', '>', addDay(ctx.today, -365 * rule.years))
    .execute();
  const yearAgo = addDay(ctx.today, -365);
  const taught = hours.filter(
    ({ giver, form, onDay }) =>
      giver === 'enterprise' &&
      onDay > yearAgo &&
      ['guest-lecture', 'co-taught', 'mentor-post'].includes(form),
  );
  const partTime = new Set(taught.map((one) => one.expertId)).size;
  const allowed = partTimeAllowed(register.length, partTimeShare.value);
  return {
    ...{ years, months, daysAMonth, share: partTimeShare },
    ...{ fullTime: register.length, partTime, allowed, isWithin: partTime <= allowed },
    items: cards.map(({ id, subjectId, name, title }) => ({
      ...{ expertId: id, name, title },
      ...practiceStanding(
        notes.filter((one) => one.expertId === id).map(({ onDay }) => ({ from: onDay, to: onDay })),
        rule,
        ctx.today,
      ),
      isDualQualified: register.find((one) => one.id === subjectId)?.isDualQualified ?? null,
      minutes: hours.filter((one) => one.expertId === id).reduce((sum, one) => sum + one.minutes, 0),
    })),
  };
});
