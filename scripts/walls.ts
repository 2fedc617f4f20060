import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Breach, writeBreach } from './walls/breach.ts';
import { checkBudgets, type Figures } from './walls/budgets.ts';
import { checkImports } from './walls/import-rules.ts';
import { checkNames } from './walls/naming.ts';
import { findCycles } from './walls/package-cycles.ts';
import { checkPurity } from './walls/purity.ts';
import { readTree } from './walls/read-tree.ts';

/** Outcome of a check: every breach, and what was looked at. */
export type WallReport = {
  breaches: Breach[];
  figures: Figures;
  seen: { packages: number; imports: number; edges: number };
};

/** Checks the rules of ARCHITECTURE.md on the tree below `root`: doors, order, cycles, names, budgets, purity. */
export function checkWalls(root: string): WallReport {
  const tree = readTree(root);
  const { breaches, edges, imports } = checkImports(tree);
  const { breaches: overBudget, figures } = checkBudgets(tree);
  const seen = { packages: tree.packages.length, imports, edges: edges.length };
  const blind = Object.entries(seen).filter(([, count]) => count === 0);
  const all = [...breaches, ...findCycles(edges), ...checkNames(tree), ...overBudget, ...checkPurity(tree)];
  for (const [what] of blind) {
    // A scanner that reads nothing would find nothing wrong either.
    all.push({
      file: '.',
      line: 1,
      rule: 'blind',
      detail: `no ${what} seen: the scanner does not work here`,
    });
  }
  return { breaches: all, figures, seen };
}

function writeReport({ breaches, figures, seen }: WallReport): string {
  const percent = (figures.commentShare * 100).toFixed(1);
  const lines = [
    `${figures.files} files, ${figures.lines} lines, ${seen.packages} packages, ${seen.imports} imports, ${seen.edges} between packages`,
    `file lines: median ${figures.median}, p95 ${figures.p95}; function lines: p95 ${figures.functionP95}; casts ${figures.casts}; comments ${percent} %`,
    ...breaches.map(writeBreach),
    breaches.length === 0 ? 'walls hold' : `${breaches.length} breaches`,
  ];
  return `${lines.join('\n')}\n`;
}

if (import.meta.main) {
  const report = checkWalls(dirname(dirname(fileURLToPath(import.meta.url))));
  process.stdout.write(writeReport(report));
  process.exitCode = report.breaches.length === 0 ? 0 : 1;
}
