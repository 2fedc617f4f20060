import { pathToFileURL } from 'node:url';
import { type AnyContractRouter, isContractProcedure } from '@orpc/contract';
import type { Plugin } from 'vite';

const MARK = '?routes';
const contractImport =
  /(import\s*\{\s*contract(?:\s+as\s+\w+)?\s*\}\s*from\s*["'][^"']*\/contract(?:\.ts)?)(["'])/g;

/**
 * Gives pages of a contract only what a call needs, the method and path of each operation: the server checks what is
 * sent, so that the schemas need not travel. A page that imports another value of the file still gets all of it.
 */
export function routesOnly(): Plugin {
  return {
    name: 'dualtrack-routes-only',
    apply: 'build',
    // After types are gone: an import beside which only types stood has become one of the contract alone.
    transform(code, id) {
      if (!/\/web\/.*\.tsx?$/.test(id)) return null;
      const marked = code.replaceAll(contractImport, `$1${MARK}$2`);
      return marked === code ? null : { code: marked, map: null };
    },
    async resolveId(source, importer) {
      if (!source.endsWith(MARK)) return null;
      const found = await this.resolve(source.slice(0, -MARK.length), importer, { skipSelf: true });
      return found === null ? null : `${found.id}${MARK}`;
    },
    async load(id) {
      if (!id.endsWith(MARK)) return null;
      const { contract } = await import(pathToFileURL(id.slice(0, -MARK.length)).href);
      return `export const contract = ${JSON.stringify(routesOf(contract))};`;
    },
  };
}

type Routes = { [name: string]: Routes } | { '~orpc': { route: object; meta: object; errorMap: object } };

// The library's own minifying keeps who may call what, and the summaries: no page asks for them.
function routesOf(router: AnyContractRouter): Routes {
  if (isContractProcedure(router)) {
    const { method, path, inputStructure, outputStructure } = router['~orpc'].route;
    return { '~orpc': { route: { method, path, inputStructure, outputStructure }, meta: {}, errorMap: {} } };
  }
  return Object.fromEntries(Object.entries(router).map(([name, inner]) => [name, routesOf(inner)]));
}
