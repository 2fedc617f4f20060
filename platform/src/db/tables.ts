import type { ColumnType } from 'kysely';
import { defineTables } from './register.ts';

/** A JSON column: read as a value, written as text. */
export type Json<T> = ColumnType<T, string, string>;

/** Tables of the kernel. */
export type KernelTables = {
  auditEntry: {
    tenantId: string;
    day: string;
    id: string;
    at: Date;
    personId: string | null;
    membershipId: string | null;
    actingFor: string | null;
    operation: string;
    subjectId: string | null;
    details: Json<Record<string, unknown>>;
  };
  idempotencyKey: {
    tenantId: string;
    key: string;
    operation: string;
    requestDigest: string;
    response: Json<unknown> | null;
    at: Date;
  };
  partnership: {
    tenantId: string;
    partnerId: string;
    homeId: string;
    enterpriseId: string;
    validFrom: string;
    validTo: string | null;
  };
  outboxEvent: {
    id: string;
    tenantId: string;
    name: string;
    payload: Json<Record<string, unknown>>;
    at: Date;
    nextAt: Date;
    attempts: ColumnType<number, number | undefined, number>;
    lastError: string | null;
    doneAt: Date | null;
  };
  outboxDelivery: { tenantId: string; eventId: string; listener: string; at: Date };
  storedFile: {
    tenantId: string;
    id: string;
    enterpriseId: string | null;
    name: string;
    mediaType: string;
    sha256: string;
    size: number;
    bytes: Buffer;
    createdAt: Date;
  };
  longRun: {
    tenantId: string;
    id: string;
    enterpriseId: string | null;
    kind: string;
    state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
    subjectId: string | null;
    input: Json<unknown>;
    doneSteps: number;
    totalSteps: number;
    note: Json<Record<string, unknown>> | null;
    result: Json<unknown> | null;
    problem: Json<Record<string, unknown>> | null;
    startedBy: string | null;
    createdAt: Date;
    changedAt: Date;
  };
  openLink: {
    tenantId: string;
    id: string;
    enterpriseId: string | null;
    kind: string;
    subjectId: string;
    secretHash: string;
    details: Json<Record<string, unknown>>;
    createdAt: Date;
    expiresAt: Date | null;
    revokedAt: Date | null;
  };
  runQueue: {
    runId: string;
    tenantId: string;
    enterpriseId: string | null;
    worker: string | null;
    claimedAt: Date | null;
  };
};

export const kernelTables = defineTables({
  auditEntry: 'tenant',
  idempotencyKey: 'tenant',
  partnership: 'tenant',
  outboxEvent: 'local',
  outboxDelivery: 'tenant',
  storedFile: 'bilateral',
  longRun: 'bilateral',
  openLink: 'bilateral',
  runQueue: 'local',
});

export const kernelMigrations = { room: 'platform', folder: new URL('./migrations/', import.meta.url) };
