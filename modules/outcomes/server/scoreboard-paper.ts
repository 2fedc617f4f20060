import { type Locale, phrase } from '@dualtrack/locales';
import { organisationNames } from '@dualtrack/organisations/server';
import { operationsOn } from '@dualtrack/platform/operation';
import { composePdf, type TablePdfData } from '@dualtrack/platform/pdf';
import { bookFile } from '@dualtrack/platform/sheets';
import { contract, type ScoreboardFigure } from '../contract.ts';
import { figureSides, figuresFor } from '../figure.ts';
import { figureOf } from './scoreboard.ts';
import type { OutcomesTables } from './tables.ts';

const operation = operationsOn<OutcomesTables>();
type Language = 'zh' | 'en' | 'zh-en';
type PaperKey =
  | `paper.${'side' | 'figure' | 'value' | 'records' | 'definition' | 'day'}`
  | 'scoreboard.title';

/** The scoreboard as it stands now, to print or to calculate with: value, unit, number of records, definition. */
export const getScoreboardPaper = operation(contract.paper, async (ctx, input) => {
  const found: ScoreboardFigure[] = [];
  // One after the other: they share the one connection of this transaction.
  for (const key of figuresFor(ctx.actor)) found.push(await figureOf(ctx, key));
  const locale: Locale = input.language === 'en' ? 'en' : 'zh-CN';
  const own = (await organisationNames(ctx, [ctx.tenant])).get(ctx.tenant);
  const name = (locale === 'en' ? own?.nameEn : '') || own?.name || '';
  const fileName = `${phrase(locale, 'outcomes', 'scoreboard.title')} ${ctx.today}`;
  ctx.audit(ctx.tenant, { format: input.format });
  if (input.format === 'xlsx')
    return bookFile(fileName, { sheets: [sheetOf(found, locale)], modifiedAt: ctx.now });
  const organisation = { zh: own?.name || name, en: own?.nameEn || name };
  const data = paperOf(found, { language: input.language, organisation, today: ctx.today });
  const bytes = await composePdf({ template: 'table', data, createdAt: ctx.now });
  return new File([Buffer.from(bytes)], `${fileName}.pdf`, { type: 'application/pdf' });
});

function sheetOf(found: readonly ScoreboardFigure[], locale: Locale) {
  const t = (key: 'paper.side' | 'paper.figure' | 'paper.value' | 'paper.unit' | 'paper.records') =>
    phrase(locale, 'outcomes', key);
  return {
    name: phrase(locale, 'outcomes', 'scoreboard.title'),
    columns: [
      { key: 'side', header: t('paper.side'), width: 12 },
      { key: 'figure', header: t('paper.figure'), width: 32 },
      { key: 'value', header: t('paper.value'), width: 12, type: 'decimal' as const },
      { key: 'unit', header: t('paper.unit'), width: 12 },
      { key: 'records', header: t('paper.records'), width: 12, type: 'integer' as const },
      { key: 'definition', header: phrase(locale, 'outcomes', 'paper.definition'), width: 80 },
    ],
    rows: found.map((one) => ({
      side: phrase(locale, 'outcomes', `side.${one.side}`),
      figure: phrase(locale, 'outcomes', `figure.${one.key}`),
      value: one.value === null ? null : rounded(one),
      unit: phrase(locale, 'outcomes', `unit.${one.unit}`, { count: rounded(one) }),
      records: one.records,
      definition: phrase(locale, 'outcomes', `definition.${one.key}`),
    })),
  };
}

/** As it is read: money in yuan, everything else with one decimal at most. */
function rounded({ unit, value }: ScoreboardFigure): number {
  const plain = unit === 'fen' ? (value ?? 0) / 100 : (value ?? 0);
  return Math.round(plain * 10) / 10;
}

function paperOf(
  found: readonly ScoreboardFigure[],
  given: { language: Language; organisation: { zh: string; en: string }; today: string },
): TablePdfData {
  const { language } = given;
  const both = (key: PaperKey) => ({
    zh: phrase('zh-CN', 'outcomes', key),
    en: phrase('en', 'outcomes', key),
  });
  const inWords = (write: (locale: Locale) => string): string => {
    if (language !== 'zh-en') return write(language === 'en' ? 'en' : 'zh-CN');
    return `${write('zh-CN')} ${write('en')}`;
  };
  const value = (one: ScoreboardFigure) =>
    one.value === null
      ? '–'
      : inWords(
          (locale) =>
            `${rounded(one).toLocaleString('en')} ${phrase(locale, 'outcomes', `unit.${one.unit}`, { count: rounded(one) })}`,
        );
  return {
    languages: language,
    paper: 'a4',
    orientation: 'landscape',
    title: both('scoreboard.title'),
    subtitle: given.organisation,
    facts: [{ label: both('paper.day'), value: given.today }],
    columns: [
      { head: both('paper.side') },
      { head: both('paper.figure'), share: 2 },
      { head: both('paper.value'), align: 'right' },
      { head: both('paper.records'), align: 'right' },
      { head: both('paper.definition'), share: 5 },
    ],
    rows: figureSides.flatMap((side) =>
      found
        .filter((one) => one.side === side)
        .map((one) => [
          inWords((locale) => phrase(locale, 'outcomes', `side.${side}`)),
          inWords((locale) => phrase(locale, 'outcomes', `figure.${one.key}`)),
          value(one),
          String(one.records),
          inWords((locale) => phrase(locale, 'outcomes', `definition.${one.key}`)),
        ]),
    ),
  };
}
