/** Codes with which the embedded database refuses to start. */
export type EmbeddedErrorCode =
  | 'data.in-use'
  | 'data.not-permitted'
  | 'data.unreachable'
  | 'data.missing'
  | 'data.damaged'
  | 'port.in-use'
  | 'database.binaries-missing'
  | 'database.no-unprivileged-account'
  | 'database.start-failed';

/** A start that cannot go on: `code` and `params` for the caller, `message` in English with what to do. */
export class EmbeddedError extends Error {
  readonly code: EmbeddedErrorCode;
  readonly params: Record<string, string | number>;

  constructor(code: EmbeddedErrorCode, message: string, params: Record<string, string | number> = {}) {
    super(message);
    this.name = 'EmbeddedError';
    this.code = code;
    this.params = params;
  }
}
