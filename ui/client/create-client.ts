import { createORPCClient } from '@orpc/client';
import type { AnyContractRouter, ContractRouterClient } from '@orpc/contract';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { type CallContext, send } from './send.ts';

/** The typed client of a contract: `client.list({ q: 'steel' })`. */
export type ApiClient<Contract extends AnyContractRouter> = ContractRouterClient<Contract, CallContext>;

/**
 * Makes the client of a module's contract. Calls go to `/api` of the page's own server; every failure is a
 * `ProblemError`; a second argument `{ signal, context: { idempotencyKey } }` is passed on.
 */
export function createClient<Contract extends AnyContractRouter>(contract: Contract): ApiClient<Contract> {
  const link = new OpenAPILink<CallContext>(contract, {
    url: () => new URL('/api', location.href),
    fetch: (request, _init, options) => send(request, options.context),
  });
  return createORPCClient(link);
}
