import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { forecastSchemas } from './schemas.ts';

for (const [file, schema] of Object.entries(forecastSchemas())) {
  test(`docs/formats/${file} is what the definitions give (else run scripts/write-formats.ts)`, () => {
    const published = readFileSync(new URL(`../../docs/formats/${file}`, import.meta.url), 'utf8');
    assert.deepEqual(JSON.parse(published), JSON.parse(JSON.stringify(schema)));
  });
}

/** Every place in a schema that describes a value but says nothing about what it means. */
function silent(schema: unknown, at: string): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const properties = 'properties' in schema ? schema.properties : undefined;
  const inner = Object.entries(schema).flatMap(([key, value]) => silent(value, `${at}/${key}`));
  if (typeof properties !== 'object' || properties === null) return inner;
  const own = Object.entries(properties).flatMap(([key, value]) => {
    const told =
      typeof value !== 'object' || 'description' in value || 'const' in value || value.type === 'array';
    return told ? [] : [`${at}/${key}`];
  });
  return [...own, ...inner];
}

test('every field of the plan is described', () => {
  assert.deepEqual(silent(forecastSchemas()['forecast-plan.schema.json'], ''), ['/$schema']);
});
