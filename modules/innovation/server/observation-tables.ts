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
    authorId: string | null;
    authorName: string;
    createdAt: Date;
    changedAt: Date;
  };
};

export const observationTables = defineTables({ observation: 'tenant' });
