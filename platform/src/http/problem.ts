import type { Locale } from '@dualtrack/locales';
import type { ProblemDocument } from '../contract/index.ts';
import { Refusal } from '../errors.ts';
import { newId } from '../ids.ts';
import type { Log } from '../log.ts';

/** Sentences come from outside: the composition brings the phrases. */
export type Titles = (locale: Locale, code: string, params: Record<string, unknown>) => string;

/** Turns whatever was thrown into a problem document in the caller's language (RFC 9457). */
export function problemOf(error: unknown, locale: Locale, titles: Titles, log: Log): ProblemDocument {
  if (error instanceof Refusal) {
    return {
      type: `/problems/${error.code}`,
      title: titles(locale, error.code, error.params),
      status: error.status,
      code: error.code,
      params: error.params,
      ...(error.issues.length > 0 ? { errors: [...error.issues] } : {}),
    };
  }
  const incident = newId().slice(-8);
  log.error({ err: error, incident }, 'defect');
  return {
    type: '/problems/defect.internal',
    title: titles(locale, 'defect.internal', { incident }),
    status: 500,
    code: 'defect.internal',
    params: {},
    incident,
  };
}
