import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  checkStability,
  createNdjsonReader,
  generateNdjson,
  type Market,
  match,
  type ProblemSize,
} from '@dualtrack/matching';
import { report, spread } from './measure.ts';

const main = join(import.meta.dirname, '..', 'apps', 'cli', 'src', 'main.ts');

function marketOf(size: ProblemSize): Market {
  const reader = createNdjsonReader({});
  generateNdjson(size, (text) => reader.push(text));
  const parsed = reader.finish();
  if (!parsed.ok) throw new Error('the generated problem is not sound');
  return parsed.market;
}

/** Every choice read once: what no matching can be faster than. */
function onePass({ seat, score }: Market): number {
  let sum = 0;
  for (let choice = 0; choice < seat.length; choice++) sum += (seat[choice] ?? 0) + (score[choice] ?? 0);
  return sum;
}

/** Processor seconds of some work, and wall-clock seconds; the first of four times does not count. */
function spent(work: () => unknown): { processor: number[]; wall: number[] } {
  const processor: number[] = [];
  const wall: number[] = [];
  for (let round = 0; round < 4; round += 1) {
    const before = process.cpuUsage();
    const start = performance.now();
    work();
    if (round === 0) continue;
    const { user, system } = process.cpuUsage(before);
    processor.push((user + system) / 1e6);
    wall.push((performance.now() - start) / 1_000);
  }
  return { processor, wall };
}

/** Matching of many applicants: in memory, without and with nested caps, and from file to file by the command line. */
export async function benchMatching(applicants = 1_000_000): Promise<void> {
  const size = { applicants, seats: Math.ceil(applicants / 50), choices: 10, seed: 1 };
  const what = `${applicants.toLocaleString('en')} applicants`;
  for (const caps of [0, Math.ceil(applicants / 1_000)]) {
    const market = marketOf({ ...size, caps });
    const name = caps === 0 ? what : `${what}, ${caps} nested caps`;
    const found = spent(() => match(market));
    report(`match ${name}, processor`, found.processor, 's', caps === 0 ? 'aim ≤ 0.5' : 'aim ≤ 0.9');
    report(`match ${name}, wall`, found.wall, 's');
    const outcome = match(market);
    const check = spent(() => checkStability(market, outcome));
    report(`check ${name}`, check.wall, 's', 'aim ≤ 0.1');
    const pass = spent(() => onePass(market));
    report(
      `one pass over ${name}`,
      pass.processor.map((one) => one * 1_000),
      'ms',
    );
    const ratio = (figures: readonly number[]) => figures.map((one) => one / spread(pass.processor).median);
    report(`match ${name}, in passes`, ratio(found.processor), '×');
    const pairs = checkStability(market, outcome).blockingPairs;
    if (pairs > 0) throw new Error(`${pairs} blocking pairs`);
  }
  await benchFiles({ ...size, caps: Math.ceil(applicants / 1_000) });
}

/** The command line from an `.ndjson` file to a result file; memory at its highest. */
async function benchFiles(size: ProblemSize): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'dualtrack-bench-'));
  try {
    const [problem, result] = [join(folder, 'm.ndjson'), join(folder, 'result.json')];
    const file = createWriteStream(problem);
    generateNdjson(size, (text) => file.write(text));
    await new Promise((resolve) => file.end(() => resolve(null)));
    const { size: bytes } = await stat(problem);
    const { seconds, processor, memory } = await runOf(process.execPath, [
      main,
      'match',
      problem,
      '--out',
      result,
    ]);
    const what = `${Math.round(bytes / 1e6)} MB of .ndjson: read, match, check, write`;
    report(`${what}, wall`, [seconds], 's', 'aim ≤ 12');
    report(`${what}, processor`, [processor], 's');
    report('memory of it at its highest', [memory], 'MB', 'aim ≤ 1,500');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs a command: seconds, processor seconds and the most memory it held in MB; NaN where the system does not tell. */
async function runOf(command: string, words: readonly string[]) {
  const start = performance.now();
  const child = spawn(command, words, { stdio: 'ignore' });
  let memory = Number.NaN;
  let processor = Number.NaN;
  const look = setInterval(async () => {
    const read = (name: string) => readFile(`/proc/${child.pid}/${name}`, 'utf8').catch(() => '');
    const highest = /^VmHWM:\s+(\d+)/m.exec(await read('status'))?.[1];
    // User and system time, in hundredths of a second, after the name in brackets.
    const fields = (await read('stat')).split(') ')[1]?.split(' ');
    if (highest === undefined || fields === undefined) return;
    memory = Number(highest) / 1_024;
    processor = (Number(fields[11]) + Number(fields[12])) / 100;
  }, 100);
  const code = await new Promise((resolve) => child.on('close', resolve));
  clearInterval(look);
  if (code !== 0) throw new Error(`the command ended with ${String(code)}`);
  return { seconds: (performance.now() - start) / 1_000, processor, memory };
}
