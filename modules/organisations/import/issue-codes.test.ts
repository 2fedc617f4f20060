import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import type { CreditCodeProblem } from './credit-code.ts';

const places = ['./', './tables/', '../../../platform/src/sheets/'];
const creditCodeProblems: readonly CreditCodeProblem[] = ['length', 'character', 'check-digit'];

test('the README lists exactly the codes that the source can give', async () => {
  const inSource = new Set(creditCodeProblems.map((problem) => `import.credit-code-${problem}`));
  for (const place of places) {
    const folder = new URL(place, import.meta.url);
    for (const name of await readdir(folder)) {
      if (!name.endsWith('.ts') || name.endsWith('.test.ts')) continue;
      const source = await readFile(new URL(name, folder), 'utf8');
      for (const [, code] of source.matchAll(/'(import\.[a-z-]+)'/g)) inSource.add(code ?? '');
    }
  }
  const readme = await readFile(new URL('./README.md', import.meta.url), 'utf8');
  const inReadme = [...readme.matchAll(/^\| (import\.[a-z-]+) +\|/gm)].map((match) => match[1] ?? '');
  assert.deepEqual(inReadme.toSorted(), [...inSource].toSorted());
});
