import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { matchingSchemas } from './json-schemas.ts';

const published = new URL('../../../docs/formats/', import.meta.url);

for (const [file, schema] of Object.entries(matchingSchemas())) {
  test(`docs/formats/${file} is what the definitions say`, async () => {
    assert.deepEqual(JSON.parse(await readFile(new URL(file, published), 'utf8')), schema);
  });
}
