import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { withKernel } from '@dualtrack/app-server';
import { findErrorPhrase, phrase } from '@dualtrack/locales';
import { importFiles } from '@dualtrack/organisations/server';
import type { Command } from '../command.ts';
import { exit, InputError } from '../exit.ts';
import { onlyFile } from '../options.ts';
import { progressLine, say } from '../say.ts';

/** `dualtrack import FOLDER [--check] [--data DIR | --database URL]`: all rows of all files, or none. */
export const importFolder: Command = async ({ positionals, values, locale }) => {
  const folder = onlyFile(positionals);
  const names = await readdir(folder).catch(() => undefined);
  if (names === undefined) {
    throw new InputError(folder, [{ pointer: '', code: 'file.unreadable', params: { reason: 'ENOENT' } }]);
  }
  const files = names
    .filter((name) => /\.(xlsx|csv)$/i.test(name))
    .sort()
    .map((name) => ({ name, source: join(folder, name) }));
  if (files.length === 0)
    throw new InputError(folder, [{ pointer: '', code: 'folder.no-tables', params: {} }]);
  const line = progressLine();
  const place = {
    dataDir: resolve(values.data ?? 'data'),
    ...(values.database === undefined ? {} : { databaseUrl: values.database }),
  };
  const outcome = await withKernel(place, (kernel) =>
    importFiles(kernel, files, {
      tenant: null,
      checkOnly: values.check === true,
      progress: (step, done, total) => line.show(`${step} ${done}${total > 0 ? ` / ${total}` : ''}`),
    }),
  );
  line.end();
  if (!outcome.ok) {
    for (const issue of outcome.issues) {
      const place = [issue.file, issue.sheet, issue.row, issue.column]
        .filter((part) => part !== undefined)
        .join(':');
      say(
        `${place} ${findErrorPhrase(locale, issue.code, params(issue.params, locale === 'zh-CN')) ?? issue.code}`,
      );
    }
    say(phrase(locale, 'cli', 'import.refused', { count: outcome.errors }));
    return exit.badInput;
  }
  for (const [table, count] of Object.entries(outcome.rows)) if (count > 0) say(`${table}: ${count}`);
  return exit.done;
};

/** Params as the phrases take them; a choice names its words in the reader's language. */
function params(
  given: Readonly<Record<string, unknown>>,
  isChinese: boolean,
): Record<string, string | number> {
  const plain = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, typeof value === 'number' ? value : String(value)]),
  );
  return { ...plain, allowed: plain[isChinese ? 'allowedZh' : 'allowedEn'] ?? '' };
}
