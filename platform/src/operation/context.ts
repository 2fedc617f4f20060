import type { Locale } from '@dualtrack/locales';
import type { Kysely } from 'kysely';
import type { Actor, RequestContext } from '../access/index.ts';
import type { RefusalParams } from '../contract/index.ts';
import type { KernelTables, ScopedTransaction } from '../db/index.ts';
import type { Refusal } from '../errors.ts';
import type { Kernel } from './kernel.ts';

/** Events as a module's contract declares them: name → payload. */
export type EventMap = Record<string, Record<string, unknown>>;

/** Handle given to an operation, a reaction or a job: one transaction in one scope. */
export type TransactionContext<Tables> = {
  /** Queries on the module's own tables; the tenant predicate is added to each. */
  db: Kysely<Tables & KernelTables>;
  /** Home organisation whose rows this context reads and writes. */
  tenant: string;
  now: Date;
  /** Today's calendar day in the deployment's time zone. */
  today: string;
  kernel: Kernel;
  transaction: ScopedTransaction;
  /** Appends an event to the outbox; it is heard of only if this transaction commits. */
  emit(name: string, payload: Record<string, unknown>): Promise<void>;
  /** The same work in another home. Only for homes that the caller was granted; operations use `inHome`. */
  within<T>(
    scope: { tenant: string; enterprise: string | null },
    work: (inner: TransactionContext<Tables>) => Promise<T>,
  ): Promise<T>;
};

/** Handle given to an operation. */
export type OperationContext<Tables, Codes extends string = string> = TransactionContext<Tables> & {
  actor: Actor;
  request: RequestContext;
  locale: Locale;
  /** Makes one of the refusals that the contract declares; `throw ctx.refuse('agreement.locked', { by })`. */
  refuse(code: Codes, params?: RefusalParams): Refusal;
  /** Names what the audit row is about. */
  audit(subjectId: string, details?: Record<string, unknown>): void;
  /**
   * Works on bilateral rows in the school's home. A school's own people stay where they are; an enterprise enters
   * with only its own rows visible, and only a home that a valid partnership grants.
   */
  inHome<T>(home: string, work: (inner: OperationContext<Tables, Codes>) => Promise<T>): Promise<T>;
};
