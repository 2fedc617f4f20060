import type { OperationContext } from '@dualtrack/platform/operation';
import { stayNoteOf } from '@dualtrack/talent-sharing/server';
import { baseOf } from '@dualtrack/training-bases/server';
import { forecastOf } from '@dualtrack/workforce/server';
import { type ChallengeOrigin, originsOfPlace } from '../challenge.ts';
import { originOfObservation } from '../observation.ts';
import type { OriginRecord } from '../shapes.ts';
import { observationOf } from './observations.ts';
import type { InnovationTables } from './tables.ts';

/** Name and address of the record that a challenge starts from, as its side sees it. */
export type OriginFacts = {
  originPlace: OriginRecord['place'] | null;
  originId: string | null;
  originLabel: string;
  originPath: string;
};

const none: OriginFacts = { originPlace: null, originId: null, originLabel: '', originPath: '' };

/**
 * Looks the record up by the door of its room, with the caller's own eyes: what they do not see is not there. The name
 * is kept as it is now. @throws challenge.no-such-origin
 */
export async function originFacts(
  ctx: OperationContext<InnovationTables, 'challenge.no-such-origin'>,
  origin: ChallengeOrigin,
  record: OriginRecord | null,
): Promise<OriginFacts> {
  if (record === null) return none;
  const found = originsOfPlace[record.place].includes(origin) ? await look(ctx, record, origin) : undefined;
  if (found === undefined) throw ctx.refuse('challenge.no-such-origin');
  return { originPlace: record.place, originId: record.id, ...found };
}

async function look(
  ctx: OperationContext<InnovationTables, 'challenge.no-such-origin'>,
  { place, id, within }: OriginRecord,
  origin: ChallengeOrigin,
): Promise<{ originLabel: string; originPath: string } | undefined> {
  if (place === 'observation') {
    const found = await observationOf(ctx, id);
    if (found === undefined || originOfObservation[found.kind] !== origin) return undefined;
    return { originLabel: `${found.title} · ${found.place}`, originPath: `/observations/${id}` };
  }
  if (place === 'equipment') {
    const base = within === null ? undefined : await baseOf(ctx, within);
    const found = base?.equipment.find((one) => one.id === id);
    if (base === undefined || found === undefined) return undefined;
    const originLabel = `${found.name} ${found.assetNumber} · ${base.name}`;
    return { originLabel, originPath: `/bases/${base.id}` };
  }
  if (place === 'forecast') {
    const found = await forecastOf(ctx, id);
    return found === undefined ? undefined : { originLabel: found.name, originPath: `/demand/${id}` };
  }
  const note = await stayNoteOf(ctx, id);
  return note === undefined
    ? undefined
    : { originLabel: `${note.expertName} · ${note.post}`, originPath: `/talent-stays/${id}` };
}
