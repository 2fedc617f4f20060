#!/usr/bin/env node
import { join } from 'node:path';
import { bootstrap, ROOT } from './bootstrap.mjs';
import { buildWeb } from './build-web.mjs';
import { handOver } from './hand-over.mjs';

const node = await bootstrap();
await buildWeb(node);
process.exitCode = await handOver(
  node,
  [join(ROOT, 'scripts', 'take-pictures.ts'), ...process.argv.slice(2)],
  ROOT,
);
