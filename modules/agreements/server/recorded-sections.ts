import { type Locale, phrase } from '@dualtrack/locales';
import type { TransactionContext } from '@dualtrack/platform/operation';
import { type Metric, metricHead } from '../metric.ts';
import { articleOf, type TypedDuty, termArticle } from '../recorded-duty.ts';
import type { RenderedSection } from '../render-template.ts';
import type { RecordedDuty } from '../shapes.ts';
import { ownDb } from './own-db.ts';
import { typedDuties } from './recorded-rows.ts';
import { insertSections } from './section-writer.ts';

type Term = { validFrom: string | null; validTo: string | null };

function amountIn(locale: Locale, metric: Metric, count: number): string {
  const { unit } = metricHead(metric);
  if (unit === 'fen') return `¥${(count / 100).toFixed(2)}`;
  return unit === 'per-mille' ? `${count / 10}%` : phrase(locale, 'obligations', `unit.${unit}`, { count });
}

/** What is counted of a duty, in one sentence of a language. */
function figuresIn(locale: Locale, { metric, owedBy, target, cadence, dueOn }: RecordedDuty): string {
  const when = phrase(locale, 'obligations', `cadence.${cadence}`);
  return phrase(locale, 'obligations', 'recorded.figures', {
    metric: phrase(locale, 'obligations', `metric.${metric}`),
    // What falls due yearly has no day of its own; with classes the day holds until one is formed.
    when: cadence === 'once' ? dueOn : cadence === 'yearly' ? when : `${when} (${dueOn})`,
    owedBy: phrase(locale, 'obligations', `debtor.${owedBy}`),
    target: amountIn(locale, metric, target),
  });
}

/** The article of a typed duty: the words of the paper, and what of them is counted. */
export function dutySection({ number, words, duty, isDropped }: TypedDuty): RenderedSection {
  const of = (locale: Locale, said: string) =>
    isDropped
      ? phrase(locale, 'obligations', 'recorded.dropped')
      : [said, ...(duty === null ? [] : [figuresIn(locale, duty)])].join('\n');
  const named = duty?.clause ?? '';
  return {
    ...{ clause: articleOf(number), position: number },
    title: named || phrase('zh-CN', 'obligations', 'recorded.line', { number }),
    titleEn: named || phrase('en', 'obligations', 'recorded.line', { number }),
    body: of('zh-CN', words.zh ?? words.en ?? ''),
    bodyEn: of('en', words.en ?? words.zh ?? ''),
  };
}

/** The article of the term. */
export function termSection({ validFrom, validTo }: Term): RenderedSection {
  const of = (locale: Locale) => {
    const unknown = phrase(locale, 'obligations', 'recorded.notStated');
    return phrase(locale, 'obligations', 'recorded.term', {
      from: validFrom ?? unknown,
      to: validTo ?? unknown,
    });
  };
  return {
    ...{ clause: termArticle, position: 0, body: of('zh-CN'), bodyEn: of('en') },
    title: phrase('zh-CN', 'obligations', 'recorded.termTitle'),
    titleEn: phrase('en', 'obligations', 'recorded.termTitle'),
  };
}

/** The typed facts of a paper as articles that can be compared and amended: its term and its duties. */
export function recordedSections(term: Term, typed: readonly TypedDuty[]): RenderedSection[] {
  return [termSection(term), ...typed.filter((one) => !one.isDropped).map(dutySection)];
}

/** Writes the typed facts of a paper signed elsewhere as its articles, if that has not been done before. */
export async function ensureRecordedSections<Tables>(
  context: TransactionContext<Tables>,
  agreement: Term & { id: string; enterpriseId: string },
): Promise<void> {
  const known = await ownDb(context)
    .selectFrom('agreementSection')
    .select('clause')
    .where('agreementId', '=', agreement.id)
    .executeTakeFirst();
  if (known !== undefined) return;
  const nobody = { personId: null, name: '', side: null };
  const typed = await typedDuties(context, agreement.id);
  await insertSections(context, agreement, nobody, recordedSections(agreement, typed));
}
