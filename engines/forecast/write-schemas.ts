import { writeFileSync } from 'node:fs';
import { forecastSchemas } from './schemas.ts';

// Run by hand after a change of the formats: node engines/forecast/write-schemas.ts
for (const [file, schema] of Object.entries(forecastSchemas())) {
  const target = new URL(`../../docs/formats/${file}`, import.meta.url);
  writeFileSync(target, `${JSON.stringify(schema, null, 2)}\n`);
}
