import { join } from 'node:path';
import { bootstrap, ROOT } from './bootstrap.mjs';
import { handOver } from './hand-over.mjs';

const node = await bootstrap();
const main = join(ROOT, 'scripts', 'run-tests.ts');
process.exitCode = await handOver(node, [main, ...process.argv.slice(2)], process.cwd());
