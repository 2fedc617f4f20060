import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Writes `.br` and `.gz` beside each script, style and page, so that the server compresses nothing itself. */
export function compressed(): Plugin {
  return {
    name: 'dualtrack-compressed',
    apply: 'build',
    // After writing: only then have all other plugins put their last hand to the code.
    async writeBundle(options, bundle) {
      const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
      for (const name of Object.keys(bundle)) {
        if (!/\.(js|css|html|svg)$/.test(name)) continue;
        const file = join(options.dir ?? '', name);
        const source = await readFile(file);
        await writeFile(`${file}.br`, await brotli(source, quality));
        await writeFile(`${file}.gz`, await zip(source, { level: 9 }));
      }
    },
  };
}
