import { createReadStream } from 'node:fs';
import {
  checkStability,
  conditionsReport,
  createNdjsonReader,
  explainApplicant,
  explainSettled,
  fillSeats,
  type Market,
  match as matchMarket,
  type Parsed,
  parseProblem,
  readConditions,
  type Solved,
  settle,
  writeResult,
} from '@dualtrack/matching';
import { loadSolver } from '@dualtrack/solver';
import type { Command } from '../command.ts';
import { exit, InputError, UsageError } from '../exit.ts';
import { onlyFile } from '../options.ts';
import { readJson } from '../read-json.ts';
import { progressLine } from '../say.ts';
import { jsonText, writeOutput } from '../write-output.ts';

const pieceBytes = 1 << 20;

/** What is written, and the explanation of it to one applicant. */
type Answer = Omit<Solved, 'seconds'> & { explain(applicant: string): object | undefined };

/** `dualtrack match PROBLEM(.json|.ndjson) [--conditions F [--fill]] [--seed S] [--explain APPLICANT] [--out F]` */
export const match: Command = async ({ positionals, values }) => {
  const file = onlyFile(positionals);
  const startedAt = performance.now();
  const options = values.seed === undefined ? {} : { seed: values.seed };
  if (values.fill === true && values.conditions === undefined)
    throw new UsageError('--conditions FILE (--fill)');
  const parsed = file.endsWith('.ndjson')
    ? await readLines(file, options)
    : parseProblem(await readJson(file), options);
  if (!parsed.ok) throw new InputError(file, parsed.issues, parsed.omitted);
  const answer =
    values.conditions === undefined
      ? matched(parsed.market)
      : await settled(parsed.market, values.conditions, values.fill === true);
  if (values.explain !== undefined) {
    const explanation = answer.explain(values.explain);
    if (explanation === undefined) {
      throw new InputError(file, [
        { pointer: '/applicants', code: 'applicant.unknown', params: { id: values.explain } },
      ]);
    }
    await writeOutput([jsonText(explanation)], values.out);
    return exit.done;
  }
  const seconds = (performance.now() - startedAt) / 1_000;
  await writeOutput(writeResult({ ...answer, seconds }), values.out);
  return exit.done;
};

function matched(market: Market): Answer {
  const outcome = matchMarket(market);
  const report = checkStability(market, outcome);
  return { market, outcome, report, explain: (id) => explainApplicant(market, outcome, id) };
}

/** With groups and least numbers; of a stable result `blockingPairs` counts among the wishes that these leave. */
async function settled(market: Market, file: string, fill: boolean): Promise<Answer> {
  const read = readConditions(market, await readJson(file));
  if (!read.ok) throw new InputError(file, read.issues);
  const stable = settle(market, read.conditions);
  const filled = fill ? fillSeats(await loadSolver(), market, read.conditions, stable) : undefined;
  const { outcome, blockingPairs } = filled ?? stable;
  const conditions = conditionsReport(market, read.conditions, stable, filled);
  const facts = {
    closed: conditions.closed.map(({ place }) => place),
    groups: conditions.groups.map(({ seat }, at) => ({
      members: (read.conditions.groups[at]?.members ?? []).map((one) => market.applicantIds.text(one)),
      seat,
    })),
    isFilled: filled !== undefined,
  };
  return {
    ...{ market, outcome, conditions },
    report: { ...checkStability(market, outcome), blockingPairs },
    explain: (id) => explainSettled(market, outcome, facts, id),
  };
}

async function readLines(file: string, options: { seed?: string }): Promise<Parsed> {
  const reader = createNdjsonReader(options);
  const line = progressLine();
  let bytes = 0;
  try {
    for await (const piece of createReadStream(file, { highWaterMark: pieceBytes })) {
      reader.push(piece);
      bytes += piece.length;
      line.show(`${Math.round(bytes / 1e6)} MB`);
    }
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new InputError(file, [{ pointer: '', code: 'file.unreadable', params: { reason } }]);
  } finally {
    line.end();
  }
  return reader.finish();
}
