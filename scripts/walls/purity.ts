import type { Breach } from './breach.ts';
import type { Tree } from './read-tree.ts';
import { roomOf } from './rooms.ts';

/** Node's parts that touch the world; what is left over (crypto for digests, zlib) only calculates. */
const WORLDLY =
  /^node:(fs|net|http|https|http2|tls|dgram|dns|child_process|worker_threads|cluster|os|process|timers|readline|tty|module|vm|sqlite|perf_hooks)(\/|$)/;

/** What makes a result depend on more than the arguments. */
const IMPURE: readonly [RegExp, string][] = [
  [/\bDate\.now\b/, 'the clock'],
  [/\bnew\s+Date\s*(?:\(\s*\)|[;,)])/, 'the clock'],
  [/(?<![.\w])Date\s*\(\s*\)/, 'the clock'],
  [/\bperformance\.now\b/, 'the clock'],
  [/\bMath\.random\b/, 'chance'],
  [/\b(?:randomBytes|randomUUID|randomInt|getRandomValues)\b/, 'chance'],
  [/(?<![.\w$])process\.\w/, 'the environment'],
  [/\bimport\.meta\.env\b/, 'the environment'],
  [/(?<![.\w$])(?:fetch|setTimeout|setInterval|setImmediate)\s*\(/, 'the outside world'],
  [/(?<![.\w$])(?:localStorage|sessionStorage|window\.location|document\.cookie)\b/, 'the outside world'],
];

/** Keys, salts and serial numbers cannot come from a seed: they are made in this file and nowhere else. */
const FRESH = 'engines/signing/fresh.ts';

/** Engines and rule packs calculate: seed, date and data come in as arguments. */
export function checkPurity(tree: Tree): Breach[] {
  const pure = tree.sources.filter(
    ({ path, isTest }) => !isTest && ['engine', 'rulepack'].includes(roomOf(path)),
  );
  return pure.flatMap((source) => {
    const worldly = source.imports.filter(({ specifier }) => WORLDLY.test(specifier));
    const found: Breach[] = worldly.map(({ specifier, line }) => {
      return { file: source.path, line, rule: 'purity', detail: `'${specifier}' is input or output` };
    });
    source.masked.code.split('\n').forEach((text, index) => {
      for (const [pattern, what] of IMPURE) {
        const match = pattern.exec(text);
        const isAllowed = what === 'chance' && source.path === FRESH;
        if (match && !isAllowed) {
          const detail = `'${match[0].trim()}' asks ${what}`;
          found.push({ file: source.path, line: index + 1, rule: 'purity', detail });
        }
      }
    });
    return found;
  });
}
