import type { Plugin } from 'vite';

/** Leaves the phrases of the command line out of the pages, which never ask for them: 4 kB less for every visitor. */
export function withoutCliPhrases(): Plugin {
  return {
    name: 'dualtrack-without-cli-phrases',
    apply: 'build',
    load: (id) => (/\/locales\/[^/]+\/cli\.ts$/.test(id) ? 'export default {};' : undefined),
  };
}
