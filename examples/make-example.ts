import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exampleFiles, makeExample } from './make/example.ts';

// Writes examples/yizhou-dingyuan anew: node examples/make-example.ts
const folder = fileURLToPath(new URL('./yizhou-dingyuan', import.meta.url));
for (const [path, bytes] of await exampleFiles(makeExample())) {
  const target = join(folder, path);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, bytes);
}
