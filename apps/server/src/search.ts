import { route } from '@dualtrack/platform/contract';
import { kernelMigrations } from '@dualtrack/platform/db';
import {
  type OperationContext,
  operationsOn,
  type SearchHit,
  type ServerModule,
} from '@dualtrack/platform/operation';
import * as z from 'zod';

const contract = {
  find: route('GET', '/search', {
    may: 'signed-in',
    summary: 'Find anything by part of its name',
    tag: 'Search',
  })
    .input(z.object({ q: z.string().trim().min(1).max(100) }))
    .output(
      z.object({
        items: z.array(
          z.object({
            kind: z.string(),
            id: z.string(),
            title: z.string(),
            subtitle: z.string(),
            path: z.string(),
          }),
        ),
      }),
    ),
};

const mostHits = 20;

/** The search box: asks every module that can find something. */
export function searchOver(modules: readonly ServerModule[]): ServerModule {
  const operation = operationsOn<Record<never, never>>();
  const find = operation(contract.find, async (ctx, input) => {
    const items: SearchHit[] = [];
    for (const module of modules) {
      if (module.search === undefined || items.length >= mostHits) continue;
      // A searcher is typed with its own room's tables; the connection is the same.
      items.push(...(await module.search(ctx as unknown as OperationContext<never>, input.q)));
    }
    return { items: items.slice(0, mostHits) };
  });
  return { name: 'search', contract, operations: { find }, migrations: kernelMigrations };
}
