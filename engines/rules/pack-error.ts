/** A mistake of a pack, not of its facts: two exceptions of one rule apply together and disagree. */
export class PackError extends Error {
  readonly rule: string;
  readonly exceptions: readonly string[];

  constructor(rule: string, exceptions: readonly string[]) {
    super(`rule ${rule}: the exceptions ${exceptions.join(' and ')} apply together and disagree`);
    this.name = 'PackError';
    this.rule = rule;
    this.exceptions = exceptions;
  }
}
