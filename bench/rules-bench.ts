import { laws } from '@dualtrack/compliance/laws';
import { evaluateMany, type FiledFacts, type Pack, readFacts } from '@dualtrack/rules';
import { report } from './measure.ts';

const placements = 10_000;
const repeats = 5;

/**
 * All rules over many placements in one thread: each pack of the home country by itself and all of them together,
 * beside a plain pass over the same facts that looks at every value once.
 */
export async function benchRules(): Promise<void> {
  const [home] = laws;
  for (const { pack, cases } of home.packs) {
    const { lawful, on } = await cases();
    measure(pack, lawful, on);
  }
  const last = await home.packs.at(-1)?.cases();
  if (last !== undefined) measure(home.joined, last.lawful, last.on);
}

function measure(pack: Pack, lawful: Readonly<Record<string, unknown>>, on: string): void {
  const list = manyOf(pack, lawful);
  const name = `${placements.toLocaleString('en')} placements × ${pack.rules.length} rules (${pack.id})`;
  const passes = Array.from({ length: repeats }, () => timed(() => pass(list)));
  const judged = Array.from({ length: repeats }, () =>
    timed(() => evaluateMany(pack, list, { on, only: ['breached', 'unknown'] }).length),
  );
  report(name, judged, 'ms', pack.rules.length === 60 ? 'aim ≤ 2,000' : '');
  report('  a plain pass over the facts', passes, 'ms');
  const ratio = Math.min(...judged) / Math.min(...passes);
  process.stdout.write(`  ratio to the pass: ${ratio.toFixed(1)}\n`);
}

/** Placements that differ from each other; every tenth has something unlawful about it. */
function manyOf(pack: Pack, lawful: Readonly<Record<string, unknown>>): FiledFacts[] {
  return Array.from({ length: placements }, (_, index) => {
    const day = String((index % 28) + 1).padStart(2, '0');
    const own = {
      'student.birthDate': `${index % 10 === 0 ? 2011 : 2008}-05-${day}`,
      'student.id': 's-0417',
    };
    const read = readFacts(pack, structuredClone({ ...lawful, ...own }));
    if (!read.ok) throw new Error(`facts of the bench: ${JSON.stringify(read.issues)}`);
    return read.value;
  });
}

/** Looks at every value of every placement, down to the last leaf. */
function pass(list: readonly FiledFacts[]): number {
  let seen = 0;
  const look = (value: unknown): void => {
    seen += 1;
    if (typeof value !== 'object' || value === null) return;
    for (const one of Object.values(value)) look(one);
  };
  for (const facts of list) look(facts);
  return seen;
}

function timed(work: () => number): number {
  const start = performance.now();
  if (work() === 0) throw new Error('nothing was done');
  return performance.now() - start;
}
