import type { TransactionContext } from '@dualtrack/platform/operation';
import { ownRegionCode } from './own-region.ts';

/**
 * What the registry says of the school in whose home the context runs: where it lies, by which regional rules are
 * chosen. What somebody has recorded goes before it.
 */
export async function schoolFacts<Tables>(
  context: TransactionContext<Tables>,
): Promise<Readonly<Record<string, string>>> {
  const code = (await ownRegionCode(context)) ?? '';
  return /^\d{6}$/.test(code) ? { 'school.region': code, 'school.provinceCode': code.slice(0, 2) } : {};
}
