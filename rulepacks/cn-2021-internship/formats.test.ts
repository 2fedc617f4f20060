import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { factsJsonSchema, verdictsJsonSchema } from '@dualtrack/rules';
import { layers } from './layers/pack.ts';
import { pack } from './pack.ts';

const published = {
  'facts.schema.json': factsJsonSchema([layers, pack]),
  'verdicts.schema.json': verdictsJsonSchema(),
};

for (const [name, schema] of Object.entries(published)) {
  test(`docs/formats/${name} is what the definitions say; UPDATE_FORMATS=1 writes it anew`, () => {
    const file = new URL(`../../docs/formats/${name}`, import.meta.url);
    const text = `${JSON.stringify(schema, null, 2)}\n`;
    if (process.env.UPDATE_FORMATS) writeFileSync(file, text);
    assert.equal(readFileSync(file, 'utf8'), text);
  });
}
