import type { Locale } from '@dualtrack/locales';
import type { ExitCode } from './exit.ts';
import type { Options } from './options.ts';

/** What a command is given. */
export type CommandLine = { positionals: readonly string[]; values: Options; locale: Locale };

/** A command: does its work and says how it ended. */
export type Command = (line: CommandLine) => Promise<ExitCode>;
