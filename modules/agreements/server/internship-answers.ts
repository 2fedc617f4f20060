import type { TransactionContext } from '@dualtrack/platform/operation';
import { type GivenValues, unanswered } from '../template-values.ts';
import { ownDb } from './own-db.ts';
import { type Hand, reviseSection, writeEvent } from './section-writer.ts';
import type { LockedRow } from './signing-slots.ts';
import { sectionsFrom, sourceOf, type TemplateSource } from './template-source.ts';

/** Variables that an agreement needs and nobody has answered, in both languages. */
export function missingIn(source: Pick<TemplateSource, 'variables' | 'given'>) {
  const open = unanswered(source.variables, source.given);
  return source.variables.flatMap(({ name, zh, en }) => (open.includes(name) ? [{ zh, en }] : []));
}

/**
 * Takes answers to what the template asks and writes its sections anew; those that change are confirmed anew, those
 * that people worded by hand stay. An answer of null is taken back.
 */
export async function putAnswers<Tables>(
  context: TransactionContext<Tables>,
  agreement: LockedRow,
  hand: Hand,
  answers: GivenValues,
): Promise<void> {
  const db = ownDb(context);
  const source = await sourceOf(context, agreement.id);
  const merged = Object.entries({ ...source.given, ...answers }).filter(([, value]) => value !== null);
  const given: GivenValues = Object.fromEntries(merged);
  const known = await db
    .updateTable('agreementSource')
    .set({ given: JSON.stringify(given) })
    .where('agreementId', '=', agreement.id)
    .executeTakeFirst();
  if (known.numUpdatedRows === 0n) return;
  const fresh = sectionsFrom({ ...source, given }, agreement);
  const sections = await db
    .selectFrom('agreementSection')
    .select(['clause', 'revision', 'body', 'bodyEn', 'changedSide'])
    .where('agreementId', '=', agreement.id)
    .execute();
  for (const { changedSide, ...section } of sections) {
    const next = changedSide === null ? fresh.find((one) => one.clause === section.clause) : undefined;
    if (next === undefined || (next.body === section.body && next.bodyEn === section.bodyEn)) continue;
    const { body, bodyEn } = next;
    await reviseSection(context, agreement, hand, { ...section, body, bodyEn }, false);
  }
  await db
    .updateTable('agreement')
    .set({ state: 'negotiating', changedAt: context.now })
    .where('id', '=', agreement.id)
    .execute();
  await writeEvent(context, agreement, 'terms-changed', hand);
}
