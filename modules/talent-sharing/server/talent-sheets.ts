import { newId } from '@dualtrack/platform/ids';
import { operationsOn } from '@dualtrack/platform/operation';
import { sheetFile, type WriteValue } from '@dualtrack/platform/sheets';
import { sql } from 'kysely';
import { contract } from '../contract.ts';
import { shownParts } from '../forms.ts';
import { type TalentTable, talentColumns } from '../sheet-columns.ts';
import type { TalentContext } from './asking.ts';
import { type CardFacts, insertCard, updateCard } from './keep-experts.ts';
import { type ExpertLine, type RoomLine, readTalentSheet, type TalentGround } from './read-talent-sheet.ts';
import type { TalentTables } from './tables.ts';

const operation = operationsOn<TalentTables>();
type Row = Record<string, WriteValue>;

/** Two files at once wait for each other: cards have no name of their own that the database would keep apart. */
async function oneFileAtATime(ctx: TalentContext) {
  await sql`select pg_advisory_xact_lock(hashtextextended('talent.sheet ' || ${ctx.tenant}, 0))`.execute(
    ctx.db,
  );
}

/** Cards in use. */
function cardsOf(ctx: TalentContext) {
  return ctx.db
    .selectFrom('expert')
    .selectAll()
    .where('tenantId', '=', ctx.tenant)
    .where('leftOn', 'is', null)
    .orderBy('name')
    .orderBy('id');
}
type Card = Awaited<ReturnType<ReturnType<typeof cardsOf>['execute']>>[number];

function roomsOf(ctx: TalentContext) {
  return ctx.db.selectFrom('talentRoom').selectAll().orderBy('name');
}

/** Whom a file of cards may not name: who keeps the own card, and of whom there are two. */
function refusedNames(cards: readonly Card[]): TalentGround['refusedNames'] {
  const refused = new Map<string, string>();
  for (const { name, personId } of cards) {
    if (personId !== null) refused.set(name, 'talent-sheet.own-card');
    else if (cards.filter((one) => one.name === name).length > 1) refused.set(name, 'talent-sheet.namesakes');
  }
  return refused;
}

/** Saves the rows; those of a known name change what stands there. */
async function saveExperts(
  ctx: TalentContext<'expert.consent-missing'>,
  lines: readonly ExpertLine[],
  cards: readonly Card[],
): Promise<void> {
  for (const { name, ...line } of lines) {
    const card = cards.find((one) => one.name === name);
    const kept = {
      languages: card?.languages ?? (['zh'] as const),
      slots: card?.slots ?? [],
      absences: card?.absences ?? [],
      shown: card?.shown ?? [...shownParts],
    };
    const facts: CardFacts = {
      ...{ ...line, ...kept, languages: [...kept.languages] },
      ...{ needsApproval: line.approver !== '', isListed: line.consentNote !== '' },
    };
    if (card === undefined) await insertCard(ctx, { ...facts, name, isMine: false });
    else await updateCard(ctx, card, facts, false);
  }
}

async function saveRooms(ctx: TalentContext, lines: readonly RoomLine[]): Promise<void> {
  for (const line of lines)
    await ctx.db
      .insertInto('talentRoom')
      .values({ ...line, tenantId: ctx.tenant, id: newId(), changedAt: ctx.now })
      .onConflict((conflict) =>
        conflict.columns(['tenantId', 'name']).doUpdateSet({ ...line, changedAt: ctx.now }),
      )
      .execute();
}

/** Reads a file and saves all of it, or says everything that is wrong with it and saves nothing. */
export const importTalentSheet = operation(contract.sheets.import, async (ctx, { table, ...input }) => {
  await oneFileAtATime(ctx);
  const cards = table === 'experts' ? await cardsOf(ctx).forUpdate().execute() : [];
  const rooms = table === 'rooms' ? await roomsOf(ctx).forUpdate().execute() : [];
  const file = { name: input.file.name, bytes: new Uint8Array(await input.file.arrayBuffer()) };
  const found = await readTalentSheet(table, file, { refusedNames: refusedNames(cards) });
  const known = new Set([...cards, ...rooms].map((one) => one.name));
  const changed = [...found.lines.experts, ...found.lines.rooms].filter(({ name }) => known.has(name)).length;
  const answer = {
    ...{ rows: found.count, added: found.count - changed, changed },
    ...{ issues: found.issues, errors: found.errors },
  };
  if (found.errors > 0 || input.checkOnly) return { ...answer, isSaved: false };
  await saveExperts(ctx, found.lines.experts, cards);
  await saveRooms(ctx, found.lines.rooms);
  ctx.audit(ctx.tenant, { table, rows: found.count });
  return { ...answer, isSaved: true };
});

const rowsOf: Readonly<Record<TalentTable, (ctx: TalentContext) => Promise<Row[]>>> = {
  experts: async (ctx) =>
    (await cardsOf(ctx).execute())
      .filter((card) => card.personId === null)
      .map((card) => ({
        ...{ name: card.name, nameEn: card.nameEn, title: card.title, titleEn: card.titleEn },
        ...{ occupations: card.occupations.join('；'), tags: card.tags.join('；') },
        ...{ certificates: card.certificates.join('；'), monthlyHours: card.monthlyHours },
        ...{ region: card.region, mail: card.mail, approver: card.approver, consentNote: card.consentNote },
      })),
  rooms: async (ctx) =>
    (await roomsOf(ctx).execute()).map(({ name, nameEn, address, seats, zone, region }) => ({
      ...{ name, nameEn, address, seats, zone, region },
    })),
};

/** The table as it stands, to be changed and read back. */
export const exportTalentSheet = operation(contract.sheets.export, async (ctx, { table, format }) => {
  const language = ctx.locale === 'zh-CN' ? 0 : 1;
  const columns = talentColumns[table].map(({ key, headers, type }) => ({
    ...{ key, header: headers[language], type, width: Math.max(12, headers[language].length * 2) },
  }));
  const title = { experts: ['专家卡', 'experts'], rooms: ['场地', 'rooms'] }[table][language] ?? table;
  ctx.audit(ctx.tenant);
  const sheet = { name: title, columns, rows: await rowsOf[table](ctx), blankRows: 100 };
  return sheetFile(title, format, sheet, ctx.now);
});
