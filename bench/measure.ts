/** Median, smallest and largest of some figures. */
export function spread(figures: readonly number[]): { median: number; min: number; max: number } {
  const sorted = [...figures].sort((left, right) => left - right);
  const at = (place: number) => sorted[Math.min(sorted.length - 1, Math.max(0, place))] ?? Number.NaN;
  return { median: at(Math.floor(sorted.length / 2)), min: at(0), max: at(sorted.length - 1) };
}

/** Seconds that some work takes, several times, after one time that does not count. */
export async function timed(times: number, work: () => Promise<unknown>): Promise<number[]> {
  await work();
  const figures: number[] = [];
  for (let round = 0; round < times; round += 1) {
    const start = performance.now();
    await work();
    figures.push((performance.now() - start) / 1_000);
  }
  return figures;
}

/** One line of the report: what, median with its spread, and the aim if there is one. */
export function report(what: string, figures: readonly number[], unit: string, aim = ''): void {
  const { median, min, max } = spread(figures);
  const write = (value: number) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));
  process.stdout.write(
    `${what.padEnd(52)} ${write(median).padStart(8)} ${unit.padEnd(6)} (${write(min)} … ${write(max)})  ${aim}\n`,
  );
}
