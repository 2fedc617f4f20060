import type { TransactionContext } from '@dualtrack/platform/operation';
import { isDay, peak } from '@dualtrack/rules';
import { ownDb } from './own-db.ts';
import type { InternSpan } from './tables.ts';

type Recorded = Readonly<Record<string, unknown>>;

/**
 * Writes this class's interns into the count at the host, and returns for one placement how many interns of all
 * schools on this platform are at the host at most on one day of it. Schools learn that number only. A number that
 * the enterprise has recorded goes before it.
 */
export async function internsAtHost<Tables>(
  context: TransactionContext<Tables>,
  ofClass: { classId: string; enterpriseId: string },
  placements: readonly Recorded[],
): Promise<(facts: Recorded) => { 'host.activeInterns'?: number }> {
  const all = await within(context, ofClass, spansOf(placements));
  return mostAtOnce(all);
}

function mostAtOnce(all: readonly InternSpan[]): (facts: Recorded) => { 'host.activeInterns'?: number } {
  const spans = all.flatMap(({ from, to, count }) => Array.from({ length: count }, () => ({ from, to })));
  const known = new Map<string, number>();
  return (facts) => {
    const span = spanOf(facts);
    if (span === undefined) return {};
    const key = `${span.from} ${span.to}`;
    const most = known.get(key) ?? peak(spans, span.from, span.to);
    known.set(key, most);
    return { 'host.activeInterns': most };
  };
}

/** The same without writing anything: this class as the facts given say, all others as they were counted last. */
export async function internsSeen<Tables>(
  context: TransactionContext<Tables>,
  ofClass: { classId: string; enterpriseId: string },
  placements: readonly Recorded[],
): Promise<(facts: Recorded) => { 'host.activeInterns'?: number }> {
  const others = await context.within({ tenant: ofClass.enterpriseId, enterprise: null }, async (inner) => {
    const rows = await ownDb(inner)
      .selectFrom('hostInternCount')
      .select('spans')
      .where('classId', '!=', ofClass.classId)
      .execute();
    return rows.flatMap((one) => one.spans);
  });
  return mostAtOnce([...others, ...spansOf(placements)]);
}

function spanOf(facts: Recorded): { from: string; to: string } | undefined {
  const [from, to] = [facts['placement.start'], facts['placement.end']];
  if (typeof from !== 'string' || typeof to !== 'string' || !isDay(from) || !isDay(to)) return undefined;
  return { from, to };
}

/** Spans of post interns, those with the same days counted together. */
function spansOf(placements: readonly Recorded[]): InternSpan[] {
  const spans = new Map<string, InternSpan>();
  for (const facts of placements) {
    const span = spanOf(facts);
    if (span === undefined || facts['placement.type'] === 'familiarisation') continue;
    const key = `${span.from} ${span.to}`;
    spans.set(key, { ...span, count: (spans.get(key)?.count ?? 0) + 1 });
  }
  return [...spans.values()];
}

/** Works in the enterprise's home, where the counts of all its partner schools lie. */
async function within<Tables>(
  context: TransactionContext<Tables>,
  { classId, enterpriseId }: { classId: string; enterpriseId: string },
  spans: InternSpan[],
): Promise<InternSpan[]> {
  const row = { spans: JSON.stringify(spans), countedAt: context.now };
  return context.within({ tenant: enterpriseId, enterprise: null }, async (inner) => {
    const db = ownDb(inner);
    await db
      .insertInto('hostInternCount')
      .values({ tenantId: enterpriseId, schoolId: context.tenant, classId, ...row })
      .onConflict((conflict) => conflict.columns(['tenantId', 'classId']).doUpdateSet(row))
      .execute();
    const rows = await db.selectFrom('hostInternCount').select('spans').execute();
    return rows.flatMap((one) => one.spans);
  });
}
