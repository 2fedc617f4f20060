import { defineTables } from '@dualtrack/platform/db';
import type { Generated } from 'kysely';
import type { ObservationKind, Observer } from '../observation.ts';

export type ObservationTables = {
  observation: {
    tenantId: string;
    id: string;
    kind: ObservationKind;
    title: string;
    place: string;
    onDay: string;
    happened: string;
    done: Generated<string>;
    seenBy: Observer;
    /** Null where another room handed it in. */
    authorId: string | null;
    authorName: string;
    sourceModule: string | null;
    sourceId: string | null;
    sourcePath: Generated<string>;
    createdAt: Date;
    changedAt: Date;
  };
};

export const observationTables = defineTables({ observation: 'tenant' });
