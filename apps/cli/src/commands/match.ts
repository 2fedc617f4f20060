import { createReadStream } from 'node:fs';
import {
  checkStability,
  createNdjsonReader,
  explainApplicant,
  match as matchMarket,
  type Parsed,
  parseProblem,
  writeResult,
} from '@dualtrack/matching';
import type { Command } from '../command.ts';
import { exit, InputError } from '../exit.ts';
import { onlyFile } from '../options.ts';
import { readJson } from '../read-json.ts';
import { progressLine } from '../say.ts';
import { jsonText, writeOutput } from '../write-output.ts';

const pieceBytes = 1 << 20;

/** `dualtrack match PROBLEM(.json|.ndjson) [--seed S] [--explain APPLICANT] [--out F]` */
export const match: Command = async ({ positionals, values }) => {
  const file = onlyFile(positionals);
  const startedAt = performance.now();
  const options = values.seed === undefined ? {} : { seed: values.seed };
  const parsed = file.endsWith('.ndjson')
    ? await readLines(file, options)
    : parseProblem(await readJson(file), options);
  if (!parsed.ok) throw new InputError(file, parsed.issues, parsed.omitted);
  const { market } = parsed;
  const outcome = matchMarket(market);
  if (values.explain !== undefined) {
    const explanation = explainApplicant(market, outcome, values.explain);
    if (explanation === undefined) {
      throw new InputError(file, [
        { pointer: '/applicants', code: 'applicant.unknown', params: { id: values.explain } },
      ]);
    }
    await writeOutput([jsonText(explanation)], values.out);
    return exit.done;
  }
  const report = checkStability(market, outcome);
  const seconds = (performance.now() - startedAt) / 1_000;
  await writeOutput(writeResult({ market, outcome, report, seconds }), values.out);
  return exit.done;
};

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
