import { actorBySignInName } from '@dualtrack/accounts/server';
import { type Actor, homesOf } from '@dualtrack/platform/access';
import { dayOf } from '@dualtrack/platform/clock';
import { newId } from '@dualtrack/platform/ids';
import {
  executeOperation,
  type InputOf,
  type Kernel,
  type Operation,
  type OperationTree,
  type OutputOf,
  type ServerModule,
} from '@dualtrack/platform/operation';

/** Who can act in the example: sign-in name → actor. */
export type Cast = ReadonlyMap<string, Actor>;

/** Does the product's own operations again, as the people of the example, on the days on which they did them. */
export type Stage = {
  kernel: Kernel;
  /** Calls an operation by its contract, as somebody, on a day (at ten in the morning in the deployment's zone). */
  act<P>(
    procedure: P,
    who: string,
    on: string,
    input: InputOf<P> | Partial<InputOf<P>>,
  ): Promise<OutputOf<P>>;
};

/** Sets the stage: every operation of the modules can be called by its contract. */
export function setStage(kernel: Kernel, modules: readonly ServerModule[], cast: Cast): Stage {
  const operations = new Map<unknown, Operation>();
  for (const module of modules) collect(module.operations, operations);
  return {
    kernel,
    async act(procedure, who, on, input) {
      const operation = operations.get(procedure);
      const known = cast.get(who);
      if (operation === undefined || known === undefined)
        throw new Error(`the example has no part for ${who}`);
      const now = new Date(`${on}T02:00:00Z`);
      const then: Kernel = { ...kernel, clock: { now: () => now } };
      const homes =
        known.kind === 'enterprise'
          ? await homesOf(kernel.pool, known.tenant, dayOf(now, kernel.config.timeZone))
          : [];
      const request = {
        actor: { ...known, homes },
        locale: 'zh-CN' as const,
        idempotencyKey: newId(),
        sessionToken: null,
        remoteAddress: '127.0.0.1',
        setSession: () => undefined,
      };
      const answer = await executeOperation(then, operation, request, input);
      // The operation's own output check has proven the shape.
      return answer as OutputOf<typeof procedure>;
    },
  };
}

function collect(tree: OperationTree, into: Map<unknown, Operation>): void {
  for (const entry of Object.values(tree)) {
    // A leaf carries its contract procedure and how it runs; everything else is a group.
    if ('procedure' in entry && 'run' in entry) into.set(entry.procedure, entry as Operation);
    else collect(entry as OperationTree, into); // a group, by the line above
  }
}

/** The people of the example as actors, read from what was stored of them. */
export async function castOf(kernel: Kernel, signInNames: readonly string[]): Promise<Cast> {
  const cast = new Map<string, Actor>();
  for (const name of signInNames) {
    const actor = await actorBySignInName(kernel, name);
    if (actor !== null) cast.set(name, actor);
  }
  return cast;
}
