import { nextQuarter } from '../parts/pasted-grid.ts';
import { lineOf, type NeedLine, textOf } from './project-needs.ts';

/** People of one occupation that grow (or shrink) evenly from a first quarter on. */
export type Ramp = {
  occupation: string;
  quarter: string;
  /** How many quarters, the first and the last among them. */
  quarters: number;
  first: number;
  last: number;
};

/** One line for each quarter of a ramp: whole people, the first and the last exactly as given. */
export function rampLines({ occupation, quarter, quarters, first, last }: Ramp): NeedLine[] {
  const lines: NeedLine[] = [];
  let at = quarter;
  for (let step = 0; step < quarters; step++) {
    const share = quarters === 1 ? 1 : step / (quarters - 1);
    lines.push({ occupation, quarter: at, headcount: String(Math.round(first + (last - first) * share)) });
    at = nextQuarter(at);
  }
  return lines;
}

/** The lines of a form with a ramp in place of what the same occupation had in its quarters. */
export function withRamp(texts: readonly string[], ramp: Ramp): string[] {
  const lines = rampLines(ramp);
  const quarters = new Set(lines.map((line) => line.quarter));
  const kept = texts.filter((text) => {
    const line = lineOf(text);
    const isBlank = line.occupation.trim() === '' && line.headcount.trim() === '';
    return !isBlank && !(line.occupation === ramp.occupation && quarters.has(line.quarter));
  });
  return [...kept, ...lines.map(textOf)];
}
