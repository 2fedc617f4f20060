/** One broken rule at one place. */
export type Breach = { file: string; line: number; rule: string; detail: string };

/** `file:line rule: detail`, the form editors can jump to. */
export function writeBreach({ file, line, rule, detail }: Breach): string {
  return `${file}:${line} ${rule}: ${detail}`;
}
