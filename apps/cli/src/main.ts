import { findErrorPhrase, findPhrase, phrase } from '@dualtrack/locales';
import { EmbeddedError } from '@dualtrack/platform/db/embedded';
import { Refusal } from '@dualtrack/platform/errors';
import type { Command } from './command.ts';
import { type ExitCode, exit, InputError, UsageError } from './exit.ts';
import { readOptions } from './options.ts';
import { say, sayIssues, terminalLocale } from './say.ts';

/** Commands are loaded when they are called: `match` does not wait for the server's packages. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import('./commands/serve.ts')).serve,
  forecast: async () => (await import('./commands/forecast.ts')).forecast,
  match: async () => (await import('./commands/match.ts')).match,
  rotate: async () => (await import('./commands/rotate.ts')).rotate,
  check: async () => (await import('./commands/check.ts')).check,
  pack: async () => (await import('./commands/pack.ts')).pack,
  verify: async () => (await import('./commands/verify.ts')).verify,
  sample: async () => (await import('./commands/sample.ts')).sample,
  import: async () => (await import('./commands/import.ts')).importFolder,
  doctor: async () => (await import('./commands/doctor.ts')).doctor,
  openapi: async () => (await import('./commands/openapi.ts')).openapi,
};

/** Runs one command and gives its exit code: 0 done, 1 the answer is "no", 2 bad input, 3 defect. */
async function run(words: readonly string[]): Promise<ExitCode> {
  let locale = terminalLocale(undefined, process.env);
  try {
    const { positionals, values } = readOptions(words);
    locale = terminalLocale(values.lang, process.env);
    const [name, ...rest] = positionals;
    if (values.help === true || name === undefined) {
      process.stdout.write(`${phrase(locale, 'cli', 'usage')}\n`);
      return name === undefined && values.help !== true ? exit.badInput : exit.done;
    }
    const load = commands[name];
    if (load === undefined) throw new UsageError(name, 'unknown');
    const command = await load();
    return await command({ positionals: rest, values, locale });
  } catch (error) {
    if (error instanceof InputError) {
      sayIssues(error, locale);
      return exit.badInput;
    }
    if (error instanceof UsageError) {
      const said = phrase(locale, 'cli', error.isExpected ? 'expected' : 'badUse', { what: error.message });
      say(`${said}\n\n${phrase(locale, 'cli', 'usage')}`);
      return exit.badInput;
    }
    if (error instanceof EmbeddedError) {
      // The engine's own message says more than a translation can, but in English only.
      say(
        locale === 'en'
          ? error.message
          : (findPhrase(locale, 'cli', `refused.${error.code}`) ?? error.message),
      );
      return exit.badInput;
    }
    if (error instanceof Refusal) {
      say(findErrorPhrase(locale, error.code, error.params) ?? error.code);
      return exit.no;
    }
    say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return exit.defect;
  }
}

// A reader that closes the pipe early (`| head`) has what it wanted.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 3));
process.exitCode = await run(process.argv.slice(2));
