import { invalidField, kernelRefusal } from '@dualtrack/platform/errors';
import type { TransactionContext } from '@dualtrack/platform/operation';
import { type Issue, readFacts } from '@dualtrack/rules';
import { ownDb } from './own-db.ts';
import { lawsKnowing } from './texts.ts';

type Value = { name: string; value: unknown };

/**
 * Proves that facts are of the form that a law of the placements concerned gives them.
 * @throws input.invalid with the place of everything that is not
 */
export async function proveValues<Tables>(
  context: TransactionContext<Tables>,
  classId: string,
  placementIds: readonly string[],
  values: readonly Value[],
): Promise<void> {
  let query = ownDb(context)
    .selectFrom('compliancePlacement')
    .select('jurisdiction')
    .distinct()
    .where('classId', '=', classId);
  if (placementIds.length > 0) query = query.where('placementId', 'in', [...placementIds]);
  const countries = (await query.execute()).map((row) => row.jurisdiction);
  for (const one of values) prove(one, countries);
}

function prove({ name, value }: Value, countries: readonly string[]): void {
  const knowing = lawsKnowing(name, countries);
  if (knowing.length === 0) throw invalidField('/name', 'fact.no-such-name', { name });
  const reads = knowing.map(({ joined }) => readFacts(joined, { [name]: value }));
  // A fact of the whole class may be of one law only, where the class has several.
  if (reads.some((read) => read.ok)) return;
  const issues = reads.flatMap((read): readonly Issue[] => (read.ok ? [] : read.issues));
  throw kernelRefusal(
    'input.invalid',
    {},
    issues.map(({ pointer, params }) => ({
      pointer: `/value${pointer.slice(name.length + 1)}`,
      code: 'fact.bad-value',
      params: { expected: params.expected },
    })),
  );
}
