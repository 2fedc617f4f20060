import { findPhrase, type Locale } from '@dualtrack/locales';

type Params = Readonly<Record<string, unknown>>;

// What the rules engine says of written forms, in its own English; here each gets its words in the reader's language.
const writtenForms: Readonly<Record<string, string>> = {
  'a calendar day, YYYY-MM-DD': 'date',
  'a calendar day, YYYY-MM-DD, or an ISO 8601 instant': 'day',
  'an ISO 8601 instant such as 2026-03-02T08:30+08:00': 'instant',
  'a time of day, HH:MM, or an ISO 8601 instant': 'time',
  'a moment such as on_sign, before_start or at_end': 'moment',
  'a GB/T 4754 code: section letter, 2 to 4 digits, or both': 'industry',
  'an ISO 3166-1 code of two capital letters': 'country',
  'a 6-digit major code of the 2021 catalogue': 'major',
  'the first two digits of a major code': 'majorCategory',
  'a GB/T 2260 code of 2, 4 or 6 digits': 'region',
};

/**
 * The sentence for one thing that is wrong with a file, from its code and params, in the reader's language; kinds of
 * values are said in words. A code without a phrase is shown as it stands with its params (a test allows none).
 */
export function issueSentence(locale: Locale, issue: { code: string; params: Params }): string {
  const params = Object.fromEntries(
    Object.entries(issue.params).map(([name, value]) => [name, said(locale, name, value)]),
  );
  return findPhrase(locale, 'cli', `issue.${issue.code}`, params) ?? plain(issue.code, params);
}

function said(locale: Locale, name: string, value: unknown): string | number {
  if (typeof value === 'number') return value;
  if (Array.isArray(value)) return value.map(String).join(locale === 'zh-CN' ? '、' : ', ');
  const text = String(value);
  if (name !== 'expected' && name !== 'received') return text;
  return text
    .split(' | ')
    .map((one) => kindInWords(locale, one))
    .join(' | ');
}

function kindInWords(locale: Locale, text: string): string {
  const limit = /^at (least|most) (\S+)$/.exec(text);
  if (limit !== null) {
    const key = limit[1] === 'least' ? 'kind.atLeast' : 'kind.atMost';
    return findPhrase(locale, 'cli', key, { limit: limit[2] ?? '' }) ?? text;
  }
  return findPhrase(locale, 'cli', `kind.${writtenForms[text] ?? text}`) ?? text;
}

function plain(code: string, params: Params): string {
  const facts = Object.entries(params).map(([name, value]) => `${name}=${String(value)}`);
  return facts.length === 0 ? code : `${code} (${facts.join(', ')})`;
}
