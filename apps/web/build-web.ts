import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Where the built pages lie: `index.html` and hashed files under `assets/`, each with its `.br` and `.gz` beside it. */
export const webRoot = fileURLToPath(new URL('./dist', import.meta.url));

/** Builds the pages into `webRoot` and returns that folder. Rejects with Vite's message when the sources do not build. */
export async function buildWeb(): Promise<string> {
  await build({ configFile: fileURLToPath(new URL('./vite.config.ts', import.meta.url)), logLevel: 'warn' });
  return webRoot;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildWeb();
