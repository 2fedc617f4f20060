import { notFound } from '@dualtrack/platform/errors';
import { homeOf, type OperationContext, operationsOn } from '@dualtrack/platform/operation';
import { bookFile, sheetFile, type WriteSheet } from '@dualtrack/platform/sheets';
import { columnsOf } from '../class-sheet.ts';
import { bookTables } from '../contract/class-books.ts';
import { type ClassTable, classTables, type SavedTable } from '../contract/class-sheets.ts';
import { contract } from '../contract.ts';
import { recordSheet } from './class-records.ts';
import type { SheetGround } from './read-class-sheet.ts';
import { wordsOfSeat } from './seat-words.ts';
import { groundOf } from './sheet-ground.ts';
import { tableRows } from './table-rows.ts';
import type { OrderClassesTables } from './tables.ts';

const operation = operationsOn<OrderClassesTables>();
type Context = OperationContext<OrderClassesTables>;

const names: Readonly<Record<SavedTable, readonly [string, string]>> = {
  seats: ['岗位名额', 'seats'],
  briefings: ['宣讲会', 'information sessions'],
  applications: ['报名', 'applications'],
  points: ['评分', 'points'],
  scores: ['打分', 'scores'],
  slots: ['面试时间', 'interview times'],
  bookings: ['面试预约', 'interview bookings'],
  rounds: ['录取轮次', 'matching rounds'],
  results: ['录取结果', 'results'],
  waiting: ['候补名单', 'waiting list'],
  placements: ['岗位安排', 'placements'],
  changes: ['退出与调岗', 'exits and transfers'],
  appeals: ['申诉', 'appeals'],
  syllabus: ['课程表', 'syllabus'],
};
const emptyWords = ['（空白表）', ' (empty)'] as const;
const notesNames = ['填写说明', 'How to fill in'] as const;
const isChoice = (key: string) => /^choice\d+$/.test(key);
const isRead = (table: SavedTable): table is ClassTable => classTables.some((one) => one === table);

/** Tables that are not for everybody who sees the class: choices in order are the school's, appeals the offices'. */
function maySee({ kind, role }: Context['actor'], table: SavedTable): boolean {
  if (table === 'applications' || table === 'waiting') return kind === 'school';
  return table !== 'appeals' || (role !== 'teacher' && role !== 'mentor');
}

type Asked = { classId: string; table: SavedTable; ground: SheetGround; isEmpty: boolean; locale: string };

async function sheetOf(context: Context, asked: Asked): Promise<WriteSheet> {
  const { classId, table, ground, isEmpty } = asked;
  const locale = asked.locale === 'en' ? 'en' : 'zh-CN';
  const language = locale === 'en' ? 1 : 0;
  const name = names[table][language];
  if (!isRead(table)) {
    const { columns, rows } = await recordSheet(context, table, classId, locale);
    return { name, columns, rows };
  }
  const rows = isEmpty ? [] : await tableRows[table](context, classId, ground, language);
  const posts = ground.seats.map((seat) => wordsOfSeat(seat, ground.seats, language));
  const columns = columnsOf(table, ground.criteria, ground.seats.length).map(
    ({ key, headers, type, choices, hint }) => {
      const header = headers[language] ?? headers[0] ?? '';
      const words = isChoice(key) ? posts : choices?.map((each) => each[language]);
      return {
        ...{ key, header, type, width: isChoice(key) ? 24 : Math.max(12, header.length * 2) },
        ...(words === undefined ? {} : { choices: words }),
        ...(hint === undefined ? {} : { hint: hint[language] }),
      };
    },
  );
  const notes =
    table === 'applications' && isEmpty
      ? { notes: columns.map(({ header, hint = '' }) => [header, hint]), notesName: notesNames[language] }
      : {};
  return { name, columns, rows, blankRows: isEmpty ? 1_000 : 100, ...notes };
}

/** The class's name, for who may see it. @throws thing.not-found */
async function nameOf(context: Context, classId: string): Promise<string> {
  const row = await context.db
    .selectFrom('orderClass')
    .select(['name', 'state'])
    .where('id', '=', classId)
    .executeTakeFirstOrThrow();
  if (row.state === 'draft' && context.actor.kind === 'enterprise') throw notFound('order-class');
  return row.name;
}

/** One table of a class as a file, with headers in the caller's language; what can be read back is read back as it is. */
export const exportClassSheet = operation(contract.sheets.export, async (ctx, input) => {
  const { classId, table, format, isEmpty } = input;
  const home = await homeOf(ctx, 'order_class', classId);
  return ctx.inHome(home, async (inner) => {
    const className = await nameOf(inner, classId);
    if (!maySee(ctx.actor, table)) throw notFound('order-class');
    const ground = await groundOf(inner, classId);
    const sheet = await sheetOf(inner, { classId, table, ground, isEmpty, locale: ctx.locale });
    ctx.audit(classId, { exported: table, rows: sheet.rows.length });
    const empty = isEmpty ? emptyWords[ctx.locale === 'en' ? 1 : 0] : '';
    return sheetFile(`${className} ${sheet.name}${empty}`, format, sheet, ctx.now);
  });
});

/** The whole class as one workbook: a sheet for each table that the reader may see. */
export const exportClassBook = operation(contract.book.get, async (ctx, input) => {
  const { classId } = input;
  const home = await homeOf(ctx, 'order_class', classId);
  return ctx.inHome(home, async (inner) => {
    const className = await nameOf(inner, classId);
    const ground = await groundOf(inner, classId);
    const tables = bookTables.filter((table) => maySee(ctx.actor, table));
    // One after the other: a transaction is one connection.
    const sheets = await Array.fromAsync(tables, (table) =>
      sheetOf(inner, { classId, table, ground, isEmpty: false, locale: ctx.locale }),
    );
    ctx.audit(classId, { exported: 'book', sheets: sheets.length });
    const fileName = className.replaceAll(/[\\/:*?"<>|]/g, ' ');
    return bookFile(fileName, { sheets, modifiedAt: ctx.now, title: className });
  });
});
