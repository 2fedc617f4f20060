import type { OperationContext } from '@dualtrack/platform/operation';
import { hasBegun } from '../application-window.ts';
import type { OrderClassesTables } from './tables.ts';
import { tell } from './tell.ts';

/**
 * Tells those who may choose that a class is open, or from which day on they may; on that day the day itself tells
 * them (`pass-day.ts`), under the same happening, so that nobody hears of it twice.
 */
export async function tellOpening(
  ctx: OperationContext<OrderClassesTables>,
  row: { id: string; enterpriseId: string; applicationsFrom: string | null },
  isAgain = false,
): Promise<void> {
  const { applicationsFrom: on } = row;
  const kind = hasBegun(row, ctx.today) ? 'opened' : 'announced';
  // Opened again after it was closed is another happening.
  const isNew = on === null || (isAgain && kind === 'opened');
  await tell(ctx, row, kind, {
    ...(isNew ? {} : { happening: on }),
    ...(on === null ? {} : { on }),
    byPerson: ctx.actor.personId,
  });
}
