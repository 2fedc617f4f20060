import { join } from 'node:path';
import { bootstrap, ROOT } from './bootstrap.mjs';
import { handOver } from './hand-over.mjs';

const node = await bootstrap();
process.exitCode = await handOver(node, [join(ROOT, 'scripts', 'run-checks.ts')], ROOT);
