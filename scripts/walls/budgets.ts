import type { Breach } from './breach.ts';
import { functionLengths } from './function-lengths.ts';
import type { Source, Tree } from './read-tree.ts';

/** Sizes that are signs of trouble (ARCHITECTURE.md, budgets). */
export const BUDGET = { median: 70, p95: 300, longest: 500, functionP95: 60, castsPerThousand: 1 };

/** What was counted, for the report. */
export type Figures = {
  files: number;
  lines: number;
  median: number;
  p95: number;
  functionP95: number;
  casts: number;
  commentShare: number;
};

/** Measures the tree and names every file over budget, `any`, cast or suppression without a reason. */
export function checkBudgets(tree: Tree): { breaches: Breach[]; figures: Figures } {
  const measured = tree.sources.filter(({ isTest, isLocale }) => !isTest && !isLocale);
  const sizes = measured.map(({ lines }) => lines);
  const functions = measured.flatMap(({ masked }) => functionLengths(masked.code));
  const casts = tree.sources.flatMap((source) => findCasts(source));
  const lines = tree.sources.reduce((sum, source) => sum + source.lines, 0);
  const figures: Figures = {
    files: tree.sources.length,
    lines,
    median: quantile(sizes, 0.5),
    p95: quantile(sizes, 0.95),
    functionP95: quantile(functions, 0.95),
    casts: casts.length,
    commentShare: shareOfComments(measured),
  };
  const breaches = [
    ...tree.sources.flatMap(checkLength),
    ...casts.filter(({ hasReason }) => !hasReason).map(({ breach }) => breach),
    ...tree.sources.flatMap(findAny),
    ...tree.sources.flatMap(findSuppressions),
    ...wholeTree(figures),
  ];
  return { breaches, figures };
}

function wholeTree(figures: Figures): Breach[] {
  const found: Breach[] = [];
  const over = (what: string, is: number, most: number) => {
    if (is > most)
      found.push({ file: '.', line: 1, rule: 'budget', detail: `${what} is ${is}, ${most} at most` });
  };
  over('the median of file lengths', figures.median, BUDGET.median);
  over('the 95th percentile of file lengths', figures.p95, BUDGET.p95);
  over('the 95th percentile of function lengths', figures.functionP95, BUDGET.functionP95);
  over('the number of casts', figures.casts, Math.ceil((figures.lines / 1000) * BUDGET.castsPerThousand));
  return found;
}

function checkLength({ path, lines }: Source): Breach[] {
  if (lines <= BUDGET.longest) return [];
  return [{ file: path, line: 1, rule: 'length', detail: `${lines} lines, ${BUDGET.longest} at most` }];
}

/** `as X` in code (`as unknown as X` is one); renamings in import and export lists and mapped types are not casts. */
function findCasts(source: Source): { breach: Breach; hasReason: boolean }[] {
  const code = source.masked.code
    .replace(/\b(?:import|export)\b(?:\s+type)?\s*(?:\*\s*as\s+\w+|\{[^}]*\})/g, blankOut)
    .replace(/\[\s*\w+\s+in\s[^\n]*?\bas\b/g, blankOut);
  return [...code.matchAll(/(?<![\w.$])as\s+(?!const\b|unknown\s+as\b)(?=[A-Za-z_{([])/g)].map((match) => {
    const line = lineAt(code, match.index);
    const detail = 'a cast needs its reason as a comment on its line or the one before';
    return { breach: { file: source.path, line, rule: 'cast', detail }, hasReason: hasComment(source, line) };
  });
}

function findAny(source: Source): Breach[] {
  const { code } = source.masked;
  return [...code.matchAll(/(?:[:<|&,(]\s*|\bas\s+|=>\s*)any\b(?!\s*[:(.'`\w])/g)].map((match) => {
    const line = lineAt(code, match.index + match[0].length);
    return { file: source.path, line, rule: 'any', detail: 'say the type, or `unknown`' };
  });
}

function findSuppressions(source: Source): Breach[] {
  return source.masked.comments.split('\n').flatMap((text, index) => {
    const breach = (detail: string) => [{ file: source.path, line: index + 1, rule: 'suppression', detail }];
    if (/@ts-(ignore|nocheck)\b/.test(text))
      return breach('@ts-ignore and @ts-nocheck hide whatever comes later');
    const reason = /(?:biome-ignore(?:-all|-start)?\s+[\w/.()-]+\s*:|@ts-expect-error:?)(.*)/.exec(text)?.[1];
    const isBare = /biome-ignore(?!-end)/.test(text) && reason === undefined;
    if (isBare || (reason !== undefined && !/\w+\s+\w+/.test(reason.replace('<explanation>', '')))) {
      return breach('say why in the same line');
    }
    return [];
  });
}

function hasComment(source: Source, line: number): boolean {
  const comments = source.masked.comments.split('\n');
  return [comments[line - 2], comments[line - 1]].some((text) => /\p{L}{2,}/u.test(text ?? ''));
}

function shareOfComments(sources: readonly Source[]): number {
  let commented = 0;
  let written = 0;
  for (const { text, masked } of sources) {
    written += text.split('\n').filter((line) => line.trim() !== '').length;
    commented += masked.comments.split('\n').filter((line) => line.trim() !== '').length;
  }
  return written === 0 ? 0 : commented / written;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

function blankOut(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}

function lineAt(code: string, index: number): number {
  return code.slice(0, index).split('\n').length;
}
