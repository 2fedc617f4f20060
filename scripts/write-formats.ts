import { writeFileSync } from 'node:fs';
import { pack } from '@dualtrack/cn-2021-internship';
import { forecastSchemas } from '@dualtrack/forecast';
import { matchingSchemas } from '@dualtrack/matching';
import { rotationSchemas } from '@dualtrack/rotation';
import { factsJsonSchema, verdictsJsonSchema } from '@dualtrack/rules';

// Run after a change of a file format: node_modules/.bin/node scripts/write-formats.ts
const schemas: Record<string, object> = {
  ...forecastSchemas(),
  ...matchingSchemas(),
  ...rotationSchemas(),
  'facts.schema.json': factsJsonSchema([pack]),
  'verdicts.schema.json': verdictsJsonSchema(),
};
for (const [file, schema] of Object.entries(schemas)) {
  writeFileSync(new URL(`../docs/formats/${file}`, import.meta.url), `${JSON.stringify(schema, null, 2)}\n`);
}
