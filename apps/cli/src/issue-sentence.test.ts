import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { pack } from '@dualtrack/cn-2021-internship';
import { parseForecastPlan } from '@dualtrack/forecast';
import { catalogues, findErrorPhrase, findPhrase } from '@dualtrack/locales';
import { parseFacts } from '@dualtrack/rules';
import { reasons } from '@dualtrack/signing';
import { issueSentence } from './issue-sentence.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const languages = ['en', 'zh-CN'] as const;

/** The text of every file of a folder that is no test, with all folders in it. */
async function sourcesIn(folder: string): Promise<string[]> {
  const names = await readdir(join(root, folder), { recursive: true });
  const own = names.filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !/node_modules|testing/.test(name),
  );
  return Promise.all(own.map((name) => readFile(join(root, folder, name), 'utf8')));
}

/** Every literal of a union type, as the engine declares it. */
async function unionOf(file: string, type: string): Promise<string[]> {
  const source = await readFile(join(root, file), 'utf8');
  const uncommented = source.replaceAll(/\/\*[\s\S]*?\*\//g, '');
  const body = uncommented.split(`type ${type} =`)[1]?.split(';')[0] ?? '';
  return [...body.matchAll(/'([^']+)'/g)].map((match) => match[1] ?? '');
}

/** Codes that stand in code as `code: '…'` or as the first word given to a reporting function. */
function codesIn(sources: readonly string[], form: RegExp): string[] {
  return sources.flatMap((source) => [...source.matchAll(form)].map((match) => match[1] ?? ''));
}

async function issueCodes(): Promise<string[]> {
  const rotation = await sourcesIn('engines/rotation/format');
  const commands = await sourcesIn('apps/cli/src');
  const kinds = ['unknown-learner', 'unknown-unit', 'unknown-site'];
  return [
    ...(await unionOf('engines/matching/read/issue.ts', 'IssueCode')),
    ...(await unionOf('engines/forecast/issue.ts', 'IssueCode')),
    ...(await unionOf('engines/rules/issue.ts', 'IssueCode')),
    ...(await unionOf('engines/signing/signing-error.ts', 'SigningErrorCode')),
    ...codesIn(rotation, /(?:code: (?:missing \? )?|add\()'([a-z-]+)'/g),
    ...codesIn(rotation, /: '(wrong-type)'/g),
    ...kinds,
    ...codesIn(commands, /code: '([a-z0-9.-]+)'/g),
  ];
}

describe('every code has a sentence in both languages', () => {
  test('issues of all engines and commands', async () => {
    const codes = await issueCodes();
    assert.ok(
      new Set(codes).size > 90,
      `only ${new Set(codes).size} codes were found: the search has gone blind`,
    );
    for (const language of languages) {
      const missing = codes.filter(
        (code) => !Object.hasOwn(catalogues[language].phrases.cli, `issue.${code}`),
      );
      assert.deepEqual([...new Set(missing)], [], language);
    }
  });

  test('reasons of a verification', () => {
    for (const language of languages) {
      const missing = Object.keys(reasons).filter(
        (code) => !findPhrase(language, 'verification', `reason.${code}`),
      );
      assert.deepEqual(missing, [], language);
    }
  });

  test('issues of an import', async () => {
    const sources = [
      ...(await sourcesIn('modules/organisations/import')),
      ...(await sourcesIn('platform/src/sheets')),
    ];
    const codes = codesIn(sources, /'(import\.[a-z-]+)'/g);
    assert.ok(new Set(codes).size > 50);
    for (const language of languages) {
      assert.deepEqual(
        codes.filter((code) => findErrorPhrase(language, code) === undefined),
        [],
        language,
      );
    }
  });

  test('a data folder that cannot be used', async () => {
    const codes = await unionOf('platform/src/db/embedded/embedded-error.ts', 'EmbeddedErrorCode');
    assert.ok(codes.length >= 9);
    for (const language of languages) {
      assert.deepEqual(
        codes.filter((code) => !findPhrase(language, 'cli', `refused.${code}`)),
        [],
        language,
      );
    }
  });
});

test('no phrase of an issue is left without a code that needs it', async () => {
  const codes = new Set(await issueCodes());
  const idle = Object.keys(catalogues.en.phrases.cli).filter(
    (key) => key.startsWith('issue.') && !codes.has(key.slice('issue.'.length)),
  );
  assert.deepEqual(idle, []);
});

test('what was expected is said in the language of the reader', () => {
  const facts = parseFacts(pack, {
    format: 'dualtrack/facts@1',
    on: '2026-13-40',
    facts: { 'student.birthDate': 'x', 'placement.start': 5, 'student.majorCode': 'x', 'shift.start': 'y' },
  });
  const plan = parseForecastPlan({
    format: 'dualtrack/forecast-plan@1',
    start: 'x',
    quarters: 0.5,
    lines: 'q',
  });
  assert.ok(!facts.ok && !plan.ok);
  const sentences = [...facts.issues, ...plan.issues].map((issue) => issueSentence('zh-CN', issue));
  assert.ok(sentences.length >= 8);
  for (const sentence of sentences) {
    assert.match(sentence, /[\u4e00-\u9fff].*。$/);
    assert.doesNotMatch(sentence, /[a-z]{2,} [a-z]{2,}/, sentence);
    assert.doesNotMatch(sentence, /[{}]/, sentence);
  }
});

test('params fill their sentence; a list is read as a list', () => {
  const issue = { pointer: '', code: 'before-cycle', params: { units: ['u1', 'u2'] } };
  assert.equal(issueSentence('en', issue), 'Each of these units is to come before the other: u1, u2.');
  assert.equal(issueSentence('zh-CN', issue), '以下单元互为先后，形成循环：u1、u2。');
});
