import { teacherNumbers } from '@dualtrack/cn-2021-internship/layers/numbers';
import { findTeachers } from '@dualtrack/organisations/server';
import { operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { addDay } from '../days.ts';
import { dualStanding } from '../evidence.ts';
import { partTimeStanding } from '../part-time.ts';
import { partTimeAllowed, practiceStanding } from '../practice.ts';
import type { TalentContext } from './asking.ts';
import { dualRule } from './evidence.ts';
import { evidenceFacts, practiceFacts } from './evidence-facts.ts';
import { fileOf, partTimeFiles, partTimeRule } from './part-time-file.ts';
import type { TalentTables } from './tables.ts';

const operation = operationsOn<TalentTables>();
const taughtForms: readonly string[] = ['guest-lecture', 'co-taught', 'mentor-post'];

/** Teachers of the register, each with the card by which evidence is kept, and cards without a row there. */
async function teachersOf(ctx: TalentContext) {
  const register = await findTeachers(ctx);
  const cards = await ctx.db
    .selectFrom('expert')
    .select(['id', 'subjectId', 'name', 'title'])
    .where('leftOn', 'is', null)
    .orderBy('name')
    .execute();
  // A card that an office wrote has no row of its own: it is the row of that name, where there is only one.
  const rowOf = ({ subjectId, name }: { subjectId: string | null; name: string }) => {
    if (subjectId !== null) return register.find((one) => one.id === subjectId);
    const [first, ...more] = register.filter((one) => one.name === name);
    return more.length === 0 ? first : undefined;
  };
  const known = new Set(cards.map((card) => rowOf(card)?.id));
  const rows = [
    ...cards.map((card) => ({
      ...{ expertId: card.id, name: card.name, title: card.title },
      isDualQualified: rowOf(card)?.isDualQualified ?? null,
    })),
    ...register
      .filter((one) => !known.has(one.id))
      .map(({ name, title, isDualQualified }) => ({ expertId: null, name, title, isDualQualified })),
  ];
  return { rows, fullTime: register.length };
}

/** Practice and evidence of the school's teachers against the rules, and its part-time teachers against theirs. */
export const listTeachersPractice = operation(contract.stays.teachers, async (ctx) => {
  const { months, years, daysAMonth, partTimeShare, training } = teacherNumbers;
  const { rows, fullTime } = await teachersOf(ctx);
  const practice = await practiceFacts(ctx);
  const evidence = await evidenceFacts(ctx, years.value);
  const hours = await ctx.db
    .selectFrom('hourEntry')
    .select(['expertId', 'expertName', 'giver', 'form', 'minutes', 'onDay'])
    .where('isShared', '=', true)
    .where('onDay', '>', addDay(ctx.today, -365 * years.value))
    .execute();
  const yearAgo = addDay(ctx.today, -365);
  const taught = hours.filter(
    ({ giver, form, onDay }) => giver === 'enterprise' && onDay > yearAgo && taughtForms.includes(form),
  );
  const files = await partTimeFiles(ctx);
  const isTrained = (expertId: string) =>
    evidence.some((one) => one.expertId === expertId && one.kind === 'teaching-training' && one.isChecked);
  const partTimers = [...new Map(taught.map((one) => [one.expertId, one.expertName]))].map(
    ([expertId, name]) => ({
      ...{ expertId, name },
      minutes: taught.filter((one) => one.expertId === expertId).reduce((sum, one) => sum + one.minutes, 0),
      isTrained: isTrained(expertId),
      points: partTimeStanding(fileOf(files, expertId), isTrained(expertId), partTimeRule, ctx.today),
    }),
  );
  const allowed = partTimeAllowed(fullTime, partTimeShare.value);
  return {
    ...{ years, months, daysAMonth, share: partTimeShare, training, partTimers },
    ...{ fullTime, partTime: partTimers.length, allowed, isWithin: partTimers.length <= allowed },
    items: rows.map((row) => {
      const own = {
        practice: practice.filter((one) => one.expertId === row.expertId),
        evidence: evidence.filter((one) => one.expertId === row.expertId),
      };
      return {
        ...row,
        ...practiceStanding(own.practice, dualRule, ctx.today),
        parts: dualStanding(own, dualRule, ctx.today),
        unchecked: own.evidence.filter((one) => !one.isChecked).length,
        minutes: hours
          .filter((one) => one.expertId === row.expertId)
          .reduce((sum, one) => sum + one.minutes, 0),
      };
    }),
  };
});
