import type { Locale } from '@dualtrack/locales';
import type { AnyContractRouter } from '@orpc/contract';
import type { MigrationSource } from '../db/index.ts';
import type { LongRunHandler } from '../runs/index.ts';
import type { EventMap, OperationContext, TransactionContext } from './context.ts';
import type { Kernel } from './kernel.ts';
import type { Operation } from './operation.ts';

/** Listeners of one module: event name → what to do, in the home of the event, in an own transaction. */
export type Reactions = Record<string, (context: TransactionContext<never>, payload: never) => Promise<void>>;

/** One thing that the search box found. `path` is its address in the product. */
export type SearchHit = { kind: string; id: string; title: string; subtitle: string; path: string };

/** Nested operations in the shape of a contract. */
export type OperationTree = { [name: string]: Operation | OperationTree };

/** A finished answer to a plain GET outside `/api`. `cacheSeconds` unset: not to be kept by anybody. */
export type DocumentAnswer = {
  mediaType: string;
  body: string | Uint8Array;
  fileName?: string;
  cacheSeconds?: number;
};

/** What a public document is asked with: parts of its address, its query, the reader's language. */
export type DocumentRequest = {
  params: Record<string, string>;
  query: Record<string, string>;
  locale: Locale;
};

/**
 * An address that answers without a session: a calendar feed, a public page. `path` as fastify writes it
 * (`/feeds/:token`). Whoever opens it proves nothing but the address; null is answered with 404. Without a `method` it is
 * a plain GET; what a POST brings along is not read.
 */
export type DocumentRoute = {
  path: `/${string}`;
  method?: 'GET' | 'POST';
  answer(kernel: Kernel, request: DocumentRequest): Promise<DocumentAnswer | null>;
};

/** What a module gives to the composition through its server door. */
export type ServerModule = {
  name: string;
  contract: AnyContractRouter;
  operations: OperationTree;
  migrations: MigrationSource;
  reactions?: Reactions;
  /** What the search box finds in this module: at most a handful of things the caller may see. */
  search?: (context: OperationContext<never>, words: string) => Promise<SearchHit[]>;
  /** Kinds of long work that this module does. */
  runs?: Record<string, LongRunHandler>;
  /** What a new day brings, such as terms that are over; done at the start and on every new day, safe to repeat. */
  daily?: (kernel: Kernel) => Promise<unknown>;
  /** Public documents outside `/api`. */
  documents?: readonly DocumentRoute[];
};

/** Types a listener by the event's payload as the sender's contract declares it. */
export function reaction<Tables, Payload extends EventMap[string]>(
  handle: (context: TransactionContext<Tables>, payload: Payload) => Promise<void>,
): (context: TransactionContext<never>, payload: never) => Promise<void> {
  // A context for all tables serves a listener that knows only its own.
  return (context, payload) => handle(context as unknown as TransactionContext<Tables>, payload);
}
