import { teacherNumbers } from '@dualtrack/cn-2021-internship/layers/numbers';
import { emptyFile, type PartTimeFile, partTimeStanding } from '../part-time.ts';
import type { TalentContext } from './asking.ts';

/** The limits with where they stand. */
const rules = {
  years: teacherNumbers.partTimeYears,
  yearsLeast: teacherNumbers.partTimeYearsLeast,
  age: teacherNumbers.partTimeAge,
  ageMost: teacherNumbers.partTimeAgeMost,
  title: teacherNumbers.partTimeTitle,
  training: teacherNumbers.training,
};

/** The numbers against which a file is read. */
export const partTimeRule = {
  ...{ years: rules.years.value, yearsLeast: rules.yearsLeast.value },
  ...{ age: rules.age.value, ageMost: rules.ageMost.value, title: rules.title.value },
};

type File = PartTimeFile & { expertId: string; changedBy: string };

/** What the school has on file of its part-time teachers. */
export function partTimeFiles(ctx: TalentContext): Promise<File[]> {
  return ctx.db.selectFrom('partTimeTeacher').selectAll().execute();
}

/** The file of one person, an empty one where there is none. */
export function fileOf(files: readonly File[], expertId: string): PartTimeFile & { changedBy: string } {
  return files.find((one) => one.expertId === expertId) ?? { ...emptyFile, changedBy: '' };
}

/** One person's file against the limits, as their page shows it. */
export async function partTimeView(ctx: TalentContext, expertId: string, isTrained: boolean) {
  const file = fileOf(await partTimeFiles(ctx), expertId);
  return { ...file, rules, points: partTimeStanding(file, isTrained, partTimeRule, ctx.today) };
}
