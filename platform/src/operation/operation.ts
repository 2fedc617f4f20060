import type {
  AnyContractProcedure,
  AnyContractRouter,
  ContractProcedure,
  InferSchemaInput,
  InferSchemaOutput,
} from '@orpc/contract';
import type { RequestContext } from '../access/index.ts';
import type { RefusalParams } from '../contract/index.ts';
import type { Refusal } from '../errors.ts';
import type { OperationContext } from './context.ts';
import type { Kernel } from './kernel.ts';

/** What an operation receives: its input after parsing (defaults filled, values coerced). */
export type InputOf<P> =
  P extends ContractProcedure<infer Input, infer _O, infer _E, infer _M> ? InferSchemaOutput<Input> : never;
/** What an operation returns: its output before the contract has checked it. */
export type OutputOf<P> =
  P extends ContractProcedure<infer _I, infer Output, infer _E, infer _M> ? InferSchemaInput<Output> : never;
/** Codes of the refusals that the contract declares. */
export type CodesOf<P> =
  P extends ContractProcedure<infer _I, infer _O, infer Errors, infer _M>
    ? Extract<keyof Errors, string>
    : never;

/** Context of an `open` operation: there may be nobody signed in, and there is no transaction yet. */
export type OpenContext = {
  kernel: Kernel;
  request: RequestContext;
  now: Date;
  refuse(code: string, params?: RefusalParams): Refusal;
};

/** An operation of the contract with its implementation, the form in which a module hands it over. */
export type Operation<P = AnyContractProcedure> = {
  procedure: P;
  /** `scoped` runs inside a transaction of the actor's home; `open` manages its own (sign-in and the like). */
  mode: 'scoped' | 'open';
  run(context: never, input: never): Promise<unknown>;
};

/** The operations of a module in the shape of its contract; a missing one does not compile. */
export type OperationsOf<C> = {
  [Key in keyof C]: C[Key] extends AnyContractProcedure
    ? Operation<C[Key]>
    : C[Key] extends AnyContractRouter
      ? OperationsOf<C[Key]>
      : never;
};

/** Makes the operation constructor of a module, typed with the module's own tables. */
export function operationsOn<Tables>() {
  /** An operation that runs in one transaction of the caller's home, all of it or nothing. */
  return function operation<P extends AnyContractProcedure>(
    procedure: P,
    run: (context: OperationContext<Tables, CodesOf<P>>, input: InputOf<P>) => Promise<OutputOf<P>>,
  ): Operation<P> {
    return { procedure, mode: 'scoped', run };
  };
}

/** An operation without a transaction of its own, for what happens before anybody is signed in. */
export function openOperation<P extends AnyContractProcedure>(
  procedure: P,
  run: (context: OpenContext, input: InputOf<P>) => Promise<OutputOf<P>>,
): Operation<P> {
  return { procedure, mode: 'open', run };
}
