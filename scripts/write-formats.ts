import { writeFileSync } from 'node:fs';
import { laws } from '@dualtrack/compliance/laws';
import { forecastSchemas } from '@dualtrack/forecast';
import { matchingSchemas } from '@dualtrack/matching';
import { rotationSchemas } from '@dualtrack/rotation';
import { factsJsonSchema, verdictsJsonSchema } from '@dualtrack/rules';

// Run after a change of a file format: node_modules/.bin/node scripts/write-formats.ts
const schemas: Record<string, object> = {
  ...forecastSchemas(),
  ...matchingSchemas(),
  ...rotationSchemas(),
  ...Object.fromEntries(
    laws.map(({ packs }, index) => [
      // The home country's facts carry the plain name.
      index === 0 ? 'facts.schema.json' : `facts.${packs[0]?.pack.id}.schema.json`,
      // Of a fact that a layer has too, the first pack has the word.
      factsJsonSchema(packs.map(({ pack }) => pack).toReversed()),
    ]),
  ),
  'verdicts.schema.json': verdictsJsonSchema(),
};
for (const [file, schema] of Object.entries(schemas)) {
  writeFileSync(new URL(`../docs/formats/${file}`, import.meta.url), `${JSON.stringify(schema, null, 2)}\n`);
}
