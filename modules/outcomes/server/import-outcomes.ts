import { operationsOn } from '@dualtrack/platform/operation';
import { sheetFile, type WriteValue } from '@dualtrack/platform/sheets';
import { contract } from '../contract.ts';
import { importColumns } from '../import-columns.ts';
import { markKindOf } from '../mark.ts';
import { classOutcomes } from './class-outcomes.ts';
import { classMarks, putMarks } from './marks.ts';
import { putOutcomes } from './put-outcomes.ts';
import { readImport } from './read-import.ts';
import type { OutcomesTables } from './tables.ts';

const operation = operationsOn<OutcomesTables>();

/**
 * Reads a file of outcomes or marks and saves all of it, or says everything that is wrong with it and saves nothing.
 * What the file says goes before what stands there.
 */
export const importOutcomes = operation(contract.imports.make, async (ctx, input) => {
  const view = await classOutcomes(ctx, input.classId);
  const file = { name: input.file.name, bytes: new Uint8Array(await input.file.arrayBuffer()) };
  const { table } = input;
  const found = await readImport({ table, file, people: view.people, today: ctx.today });
  const rows = found.outcomes.length + found.marks.length;
  const answer = { rows, issues: found.issues, errors: found.errors };
  if (found.errors > 0 || input.checkOnly) return { ...answer, isSaved: false };
  if (table === 'outcomes') {
    const revisions = new Map(view.people.map((one) => [one.placementId, one.outcome?.revision ?? 0]));
    const known = found.outcomes.map((row) => ({ ...row, revision: revisions.get(row.placementId) ?? 0 }));
    await putOutcomes(ctx, input.classId, known);
  } else {
    const { people } = await classMarks(ctx, input.classId);
    const kind = markKindOf(ctx.actor.role);
    const revisionOf = (placementId: string, unit: string) =>
      people
        .find((one) => one.placementId === placementId)
        ?.marks.find((mark) => mark.kind === kind && mark.unit === unit)?.revision ?? 0;
    await putMarks(
      ctx,
      input.classId,
      found.marks.map((mark) => ({ ...mark, revision: revisionOf(mark.placementId, mark.unit) })),
    );
  }
  return { ...answer, isSaved: true };
});

/** A template with the students of the class in it, and headers in the caller's language. */
export const outcomeTemplate = operation(contract.imports.template, async (ctx, input) => {
  const { head, people } = await classOutcomes(ctx, input.classId);
  const language = ctx.locale === 'zh-CN' ? 0 : 1;
  const columns = importColumns[input.table].map(({ key, headers, type, choices }) => ({
    ...{ key, header: headers[language], type, width: Math.max(12, headers[language].length * 2) },
    ...(choices === undefined ? {} : { choices: choices.map((words) => words[language]) }),
  }));
  const rows: Record<string, WriteValue>[] = people.map(({ studentName, postTitle, postTitleEn }) => ({
    student: studentName,
    post: language === 0 || postTitleEn === '' ? postTitle : postTitleEn,
  }));
  const words = { outcomes: ['成效', 'outcomes'], marks: ['成绩', 'marks'] } as const;
  const title = words[input.table][language];
  ctx.audit(input.classId);
  const sheet = { name: title, columns, rows, blankRows: 200 };
  return sheetFile(`${head.name} ${title}`, input.format, sheet, ctx.now);
});
