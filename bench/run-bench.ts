import { loadavg } from 'node:os';
import { benchAgreements } from './agreements-bench.ts';
import { benchImport } from './import-bench.ts';
import { benchServer } from './list-bench.ts';
import { benchMatching } from './matching-bench.ts';
import { benchMemory } from './memory-bench.ts';
import { benchPageWeight } from './page-weight-bench.ts';
import { benchRules } from './rules-bench.ts';
import { benchSigning } from './signing-bench.ts';

const students = Number(process.argv[2] ?? 100_000);
process.stdout.write(
  `machine load at the start: ${loadavg()
    .map((load) => load.toFixed(1))
    .join(' ')}\n`,
);
await benchRules();
await benchServer();
await benchSigning();
await benchMemory();
await benchPageWeight();
await benchImport(students);
await benchAgreements(10_000);
await benchMatching();
process.stdout.write(
  `machine load at the end: ${loadavg()
    .map((load) => load.toFixed(1))
    .join(' ')}\n`,
);
process.exit(0);
