import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { rotationSchemas } from './json-schemas.ts';

for (const [file, schema] of Object.entries(rotationSchemas())) {
  test(`docs/formats/${file} is the definition that validates`, async () => {
    const published = await readFile(new URL(`../../../docs/formats/${file}`, import.meta.url), 'utf8');
    assert.deepEqual(JSON.parse(published), JSON.parse(JSON.stringify(schema)));
  });
}
