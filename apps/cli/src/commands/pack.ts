import { testPack } from '@dualtrack/rules';
import type { Command } from '../command.ts';
import { exit, UsageError } from '../exit.ts';
import { packs } from '../packs.ts';
import { say } from '../say.ts';
import { jsonText, writeOutput } from '../write-output.ts';

/**
 * `dualtrack pack test [ID] [--out F]`: tries the packs with their own cases; 1 when something is wrong. The answer is
 * one entry for each pack with what failed, by rule; a line for each failure goes to standard error.
 */
export const pack: Command = async ({ positionals, values }) => {
  const [verb, id, ...rest] = positionals;
  if (verb !== 'test' || rest.length > 0) throw new UsageError('pack test [ID]');
  const chosen = packs.filter((one) => id === undefined || one.pack.id === id);
  if (chosen.length === 0) throw new UsageError(`pack test: ${packs.map((one) => one.pack.id).join(', ')}`);
  const results = await Promise.all(
    chosen.map(async (one) => ({
      pack: `${one.pack.id}@${one.pack.version}`,
      rules: one.pack.rules.length,
      failures: testPack(one.pack, await one.cases()),
    })),
  );
  for (const { pack: name, failures } of results) {
    for (const { rule, code, params } of failures) say(`${name} ${rule} ${code} ${JSON.stringify(params)}`);
  }
  await writeOutput([jsonText(results)], values.out);
  return results.some(({ failures }) => failures.length > 0) ? exit.no : exit.done;
};
