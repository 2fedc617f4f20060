import { findPhrase, type Locale, localeFrom } from '@dualtrack/locales';
import type { InputError } from './exit.ts';
import { issueSentence } from './issue-sentence.ts';

/** The language of the command line: `--lang`, else what the terminal is set to, else English. */
export function terminalLocale(lang: string | undefined, env: NodeJS.ProcessEnv): Locale {
  const wish = lang ?? env['LC_ALL'] ?? env['LC_MESSAGES'] ?? env['LANG'] ?? 'en';
  return /^zh/i.test(wish) ? localeFrom('zh') : /^ug/i.test(wish) ? localeFrom('ug') : 'en';
}

/** A line on standard error; standard output is for results. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Everything that is wrong with a file, one line each: file, line, pointer, what was expected. */
export function sayIssues(error: InputError, locale: Locale): void {
  for (const issue of error.issues) {
    const place = [error.file, issue.line, issue.pointer || '/']
      .filter((part) => part !== undefined)
      .join(':');
    say(`${place} ${issueSentence(locale, issue)}`);
  }
  if (error.omitted > 0) say(findPhrase(locale, 'cli', 'issues.omitted', { count: error.omitted }) ?? '');
}

/** A progress line that is drawn over itself, only where somebody watches. */
export function progressLine(): { show(text: string): void; end(): void } {
  const isWatched = process.stderr.isTTY === true;
  return {
    show(text) {
      if (isWatched) process.stderr.write(`\r\u001b[2K${text}`);
    },
    end() {
      if (isWatched) process.stderr.write('\r\u001b[2K');
    },
  };
}
