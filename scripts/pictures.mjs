#!/usr/bin/env node
import { join } from 'node:path';
import { bootstrap, ROOT } from './bootstrap.mjs';
import { handOver } from './hand-over.mjs';

const node = await bootstrap();
process.exitCode = await handOver(
  node,
  [join(ROOT, 'scripts', 'take-pictures.ts'), ...process.argv.slice(2)],
  ROOT,
);
