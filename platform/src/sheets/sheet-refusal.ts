/** The whole file cannot be read. Caught by `readSheet`, which turns it into one issue. */
export class SheetRefusal extends Error {
  override name = 'SheetRefusal';
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: string, params: Readonly<Record<string, string | number>> = {}) {
    super(code);
    this.code = code;
    this.params = params;
  }
}
