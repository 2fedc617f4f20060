import type { AnyContractProcedure } from '@orpc/contract';
import type { Actor, RequestContext } from '../access/index.ts';
import type { OperationMeta, RefusalParams } from '../contract/index.ts';
import { type ScopedTransaction, transact } from '../db/index.ts';
import { kernelRefusal, notFound, Refusal } from '../errors.ts';
import { newId } from '../ids.ts';
import type { OperationContext, TransactionContext } from './context.ts';
import { claimKey, releaseKey, storeAnswer } from './idempotency.ts';
import { keepsWork } from './kept-refusal.ts';
import type { Kernel } from './kernel.ts';
import type { OpenContext, Operation } from './operation.ts';
import { parseInput, parseOutput } from './parse.ts';
import { transactionContext } from './transaction-context.ts';

/**
 * The one way in: permission → input → transaction (idempotency, work, output check, audit) → commit.
 * @throws Refusal for every expected "no"; anything else is a defect.
 */
export async function executeOperation(
  kernel: Kernel,
  operation: Operation,
  request: RequestContext,
  rawInput: unknown,
): Promise<unknown> {
  const { meta, inputSchema, outputSchema } = definition(operation.procedure);
  permit(meta, request.actor);
  const input = await parseInput(inputSchema, rawInput);
  const now = kernel.clock.now();
  if (operation.mode === 'open') {
    const context: OpenContext = { kernel, request, now, refuse: refuser(operation.procedure) };
    // `run` was typed by its constructor with exactly this context and input.
    return parseOutput(outputSchema, await operation.run(context as never, input as never));
  }
  const actor = request.actor;
  if (actor === null) throw kernelRefusal('session.required');
  if (meta.audit === 'write' && request.idempotencyKey === null) {
    throw kernelRefusal('idempotency.key-required');
  }
  const scope = { tenant: actor.tenant, enterprise: null, homes: actor.homes };
  let refused: Refusal | undefined;
  const answer = await transact(kernel.pool, scope, async (transaction) => {
    refused = undefined;
    const name = operationName(operation.procedure);
    const own = transactionContext<unknown>(kernel, transaction, now);
    const key = meta.audit === 'write' ? request.idempotencyKey : null;
    if (key !== null) {
      const known = await claimKey(own, key, name, input);
      if (known !== undefined) return known.response;
    }
    const subjects: AuditSubject[] = [];
    const context = operationContext(own, transaction, { actor, request, operation, subjects });
    let outcome: unknown;
    try {
      // `run` was typed by its constructor with exactly this context and input.
      outcome = await operation.run(context as never, input as never);
    } catch (error) {
      if (!keepsWork(error)) throw error;
      refused = error;
      await writeAudit(own, actor, name, [...subjects, { id: null, details: { refused: error.code } }]);
      if (key !== null) await releaseKey(own, key);
      return undefined;
    }
    const output = await parseOutput(outputSchema, outcome);
    if (meta.audit !== 'none') await writeAudit(own, actor, name, subjects);
    if (key !== null) await storeAnswer(own, key, output);
    return output;
  });
  if (refused !== undefined) throw refused;
  return answer;
}

type AuditSubject = { id: string | null; details: Record<string, unknown> };

type Call = {
  actor: Actor;
  request: RequestContext;
  operation: Operation;
  subjects: AuditSubject[];
};

function operationContext(
  base: TransactionContext<unknown>,
  transaction: ScopedTransaction,
  call: Call,
): OperationContext<unknown> {
  const { actor, request, operation, subjects } = call;
  return {
    ...base,
    actor,
    request,
    locale: request.locale,
    refuse: refuser(operation.procedure),
    audit: (id, details = {}) => void subjects.push({ id, details }),
    async inHome(home, work) {
      if (home === transaction.scope.tenant) return work(operationContext(base, transaction, call));
      if (actor.kind !== 'enterprise' || !actor.homes.includes(home)) throw notFound('home');
      return transaction.within({ tenant: home, enterprise: actor.tenant, homes: [] }, (inner) =>
        work(operationContext(transactionContext(base.kernel, inner, base.now), inner, call)),
      );
    },
  };
}

function permit(meta: OperationMeta, actor: Actor | null): void {
  if (meta.may === 'anyone') return;
  if (actor === null) throw kernelRefusal('session.required');
  if (meta.may === 'signed-in') return;
  if (!meta.may.includes(actor.role)) throw kernelRefusal('access.forbidden', { role: actor.role });
}

/** Name of an operation in audit rows and keys: method and path, which are unique. */
export function operationName(procedure: AnyContractProcedure): string {
  const { method, path } = procedure['~orpc'].route;
  return `${method ?? 'POST'} ${path ?? ''}`;
}

function definition(procedure: AnyContractProcedure) {
  const { inputSchema, outputSchema, meta } = procedure['~orpc'];
  // `route()` is the only way to start a contract, and it always sets this.
  return { inputSchema, outputSchema, meta: meta as OperationMeta };
}

function refuser(procedure: AnyContractProcedure): (code: string, params?: RefusalParams) => Refusal {
  const errors: Record<string, { status?: number } | undefined> = procedure['~orpc'].errorMap;
  return (code, params = {}) => {
    const declared = errors[code];
    if (declared === undefined) throw new Error(`refusal ${code} is not declared by the contract`);
    return new Refusal(code, declared.status ?? 409, params);
  };
}

async function writeAudit(
  context: TransactionContext<unknown>,
  actor: Actor,
  operation: string,
  subjects: readonly AuditSubject[],
): Promise<void> {
  const rows = subjects.length === 0 ? [{ id: null, details: {} }] : subjects;
  await context.db
    .insertInto('auditEntry')
    .values(
      rows.map((subject) => ({
        tenantId: context.tenant,
        day: context.today,
        id: newId(),
        at: context.now,
        personId: actor.personId,
        membershipId: actor.membershipId,
        actingFor: null,
        operation,
        subjectId: subject.id,
        details: JSON.stringify(subject.details),
      })),
    )
    .execute();
}
