import { openApiOf } from '@dualtrack/app-server';
import type { Command } from '../command.ts';
import { exit } from '../exit.ts';
import { jsonText, writeOutput } from '../write-output.ts';

/** `dualtrack openapi [--out F]`: the OpenAPI 3.1 document, without starting a server. */
export const openapi: Command = async ({ values }) => {
  await writeOutput([jsonText(await openApiOf())], values.out);
  return exit.done;
};
