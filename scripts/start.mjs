import { join } from 'node:path';
import { bootstrap, ROOT } from './bootstrap.mjs';
import { buildWeb } from './build-web.mjs';
import { handOver } from './hand-over.mjs';

const node = await bootstrap();
await buildWeb(node);
const main = join(ROOT, 'apps', 'server', 'src', 'main.ts');
process.exitCode = await handOver(node, [main, 'serve', ...process.argv.slice(2)], process.cwd());
