import { phrase } from '@dualtrack/locales';
import { blocking, evaluate, parseFacts } from '@dualtrack/rules';
import type { Command } from '../command.ts';
import { exit, InputError, UsageError } from '../exit.ts';
import { onlyFile } from '../options.ts';
import { packs } from '../packs.ts';
import { readJson } from '../read-json.ts';
import { say } from '../say.ts';
import { jsonText, writeOutput } from '../write-output.ts';

/** `dualtrack check FACTS.json --pack cn-2021-internship[@version] [--out F]`; 1 when something is breached. */
export const check: Command = async ({ positionals, values, locale }) => {
  const file = onlyFile(positionals);
  const [id, version] = (values.pack ?? '').split('@');
  const known = packs.map((one) => one.pack);
  const pack = known.find((one) => one.id === id && (version === undefined || one.version === version));
  if (pack === undefined) {
    throw new UsageError(`--pack: ${known.map((one) => `${one.id}@${one.version}`).join(', ')}`);
  }
  const parsed = parseFacts(pack, await readJson(file));
  for (const warning of parsed.warnings) {
    say(
      phrase(locale, 'cli', 'check.unknownFact', {
        file,
        pointer: warning.pointer,
        name: warning.params.name,
        nearest: warning.params.nearest ?? 'none',
      }),
    );
  }
  if (!parsed.ok) throw new InputError(file, parsed.issues);
  const { on, moment, facts } = parsed.value;
  const document = evaluate(pack, facts, { on, ...(moment === undefined ? {} : { moment }) });
  await writeOutput([jsonText(document)], values.out);
  const breached = document.verdicts.filter((verdict) => verdict.outcome === 'breached').length;
  if (breached > 0) {
    say(
      phrase(locale, 'cli', 'check.breached', {
        count: breached,
        blocking: blocking(document.verdicts).length,
      }),
    );
  }
  return breached > 0 ? exit.no : exit.done;
};
