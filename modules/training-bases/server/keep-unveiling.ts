import { reaction } from '@dualtrack/platform/operation';
import { ownDb } from './base-doors.ts';
import type { TrainingBasesTables } from './tables.ts';

/** What this room hears of a ceremony that was held; the event is declared by the ceremonies' room, which comes later. */
type CeremonyHeld = { baseId: string | null; on: string; hasUnveiled: boolean };

/**
 * A plaque that was unveiled at a ceremony gives its base the day, unless it has one: told twice, or after somebody has
 * corrected the day by hand, nothing changes.
 */
export const keepUnveiling = reaction<TrainingBasesTables, CeremonyHeld>(
  async (context, { baseId, on, hasUnveiled }) => {
    if (baseId === null || !hasUnveiled) return;
    await ownDb(context)
      .updateTable('base')
      .set({ unveiledOn: on, changedAt: context.now })
      .where('id', '=', baseId)
      .where('unveiledOn', 'is', null)
      .execute();
  },
);
