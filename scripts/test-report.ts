import { relative } from 'node:path';
import type { TestEvent } from 'node:test/reporters';

/** How many tests of a run passed and failed (cancelled ones failed); skipped ones are neither. */
export type Counts = { passed: number; failed: number; skipped: number };

/**
 * Shows a run of node's test runner: a line per file, everything about each failure, and the output of files that
 * failed. @returns the counts of the whole run
 */
export async function reportTests(
  events: AsyncIterable<TestEvent>,
  root: string,
  write: (text: string) => void,
): Promise<Counts> {
  const counts: Counts = { passed: 0, failed: 0, skipped: 0 };
  const spoken = new Map<string, string>();
  for await (const event of events) {
    if (event.type === 'test:stdout' || event.type === 'test:stderr') {
      const { file = '', message } = event.data;
      spoken.set(file, (spoken.get(file) ?? '') + message);
    } else if (event.type === 'test:fail') {
      const { details, name, file = '', line = 0 } = event.data;
      if ('failureType' in details.error && details.error.failureType === 'subtestsFailed') continue;
      write(`FAIL ${relative(root, file)}:${line} ${name === file ? '' : name}\n${explain(details.error)}\n`);
      if (name === file) write(indent(spoken.get(file) ?? ''));
    } else if (event.type === 'test:pass' && event.data.name === event.data.file) {
      counts.passed -= 1;
      counts.failed += 1;
      write(`FAIL ${relative(root, event.data.name)}: no test in it\n`);
    } else if (event.type === 'test:summary') {
      const { file, success, counts: found, duration_ms: ms } = event.data;
      if (file === undefined) add(counts, found, success);
      else write(fileLine(relative(root, file), found, success, ms));
      if (file !== undefined && !success) write(indent(spoken.get(file) ?? ''));
    }
  }
  return counts;
}

type Found = { tests: number; passed: number; skipped: number; todo: number };

function add(counts: Counts, found: Found, success: boolean): void {
  const failed = notPassed(found);
  counts.passed += found.passed;
  // A hook that fails after its tests is counted by nobody, yet the run failed.
  counts.failed += failed === 0 && !success ? 1 : failed;
  counts.skipped += found.skipped;
}

/** Failed and cancelled ones. */
function notPassed({ tests, passed, skipped, todo }: Found): number {
  return tests - passed - skipped - todo;
}

function fileLine(file: string, found: Found, success: boolean, ms: number): string {
  const failed = notPassed(found);
  const parts = [`${found.passed} passed`];
  if (failed > 0) parts.push(`${failed} failed`);
  if (found.skipped > 0) parts.push(`${found.skipped} skipped`);
  return `${success ? 'ok  ' : 'FAIL'} ${file} (${parts.join(', ')}, ${(ms / 1000).toFixed(1)} s)\n`;
}

function explain(error: Error): string {
  const cause = error.cause instanceof Error ? error.cause : error;
  return indent(cause.stack ?? String(cause));
}

function indent(text: string): string {
  return text === '' ? '' : `${text.trimEnd().replace(/^/gm, '     ')}\n`;
}
