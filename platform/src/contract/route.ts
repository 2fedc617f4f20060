import { oc } from '@orpc/contract';
import * as z from 'zod';
import type { Role } from './roles.ts';

/** What the contract itself says about an operation beside its shapes. */
export type OperationMeta = {
  /** Who may call it: anyone (no session), any signed-in person, or members with one of these roles. */
  may: 'anyone' | 'signed-in' | readonly Role[];
  /** Whether a row goes into the audit trail. Writes always do; reads only of personal data. */
  audit: 'write' | 'read' | 'none';
};

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * Starts the contract of one operation: method, path (with `{param}`), and who may call it.
 * Chain `.errors({ 'noun.reason': { status, data } })`, `.input(zod)`, `.output(zod)`.
 * Path parameters, query (GET) and body (others) arrive merged as one input object.
 */
export function route(
  method: Method,
  path: `/${string}`,
  options: { may: OperationMeta['may']; audit?: 'read'; summary: string; tag: string; created?: boolean },
) {
  const audit = method === 'GET' ? (options.audit ?? 'none') : 'write';
  return oc.$meta<OperationMeta>({ may: options.may, audit }).route({
    method,
    path,
    tags: [options.tag],
    summary: options.summary,
    successStatus: options.created ? 201 : 200,
  });
}

/** Statuses of refusals, by what happened. */
export const refusalStatus = {
  invalid: 422,
  forbidden: 403,
  notFound: 404,
  conflict: 409,
  blocked: 422,
  tooMany: 429,
  unauthenticated: 401,
} as const;

/** Common field shapes of contracts. */
export const field = {
  id: z.uuid(),
  /** A calendar day, `YYYY-MM-DD`. */
  day: z.iso.date(),
  /** An instant, ISO 8601 in UTC. */
  instant: z.iso.datetime(),
  /** A quarter, `2026-Q1`. */
  quarter: z.string().regex(/^\d{4}-Q[1-4]$/),
  /** Money: integer minor units (fen) with its currency. */
  money: z.object({ amount: z.number().int(), currency: z.literal('CNY') }),
  /** One line of a person's words. */
  line: z.string().trim().min(1).max(200),
  /** A paragraph of a person's words. */
  text: z.string().trim().max(10_000),
} as const;

/** An answer without content worth naming. */
export const done = z.object({ ok: z.literal(true) });
export type Done = z.infer<typeof done>;
