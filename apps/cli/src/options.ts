import { parseArgs } from 'node:util';
import { UsageError } from './exit.ts';

const known = {
  out: { type: 'string' },
  seed: { type: 'string' },
  runs: { type: 'string' },
  seconds: { type: 'string' },
  explain: { type: 'string' },
  conditions: { type: 'string' },
  fill: { type: 'boolean' },
  pin: { type: 'string' },
  pack: { type: 'string' },
  trust: { type: 'string' },
  port: { type: 'string' },
  host: { type: 'string' },
  data: { type: 'string' },
  database: { type: 'string' },
  demo: { type: 'boolean' },
  check: { type: 'boolean' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** The options of all commands; each command looks at its own. */
export type Options = ReturnType<typeof readOptions>['values'];

/** Reads the command line. @throws UsageError naming what is not known. */
export function readOptions(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: known, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), 'unknown');
  }
}

/** A whole number of an option within limits. @throws UsageError */
export function wholeNumber(
  name: string,
  text: string | undefined,
  limits: { min: number; max: number },
): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!Number.isInteger(value) || value < limits.min || value > limits.max) {
    throw new UsageError(`--${name}: ${limits.min}…${limits.max}`);
  }
  return value;
}

/** The one file a command works on. @throws UsageError */
export function onlyFile(positionals: readonly string[]): string {
  const [file, ...rest] = positionals;
  if (file === undefined || rest.length > 0) throw new UsageError('FILE');
  return file;
}
