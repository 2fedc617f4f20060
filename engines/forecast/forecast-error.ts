/** A call that cannot be answered: `code` and `params` say why; there is no prose in it. */
export class ForecastError extends Error {
  readonly code: 'runs.out-of-range' | 'occupation.unknown' | 'quarter.unknown' | 'result.of-another-plan';
  readonly params: Record<string, string | number>;

  constructor(code: ForecastError['code'], params: ForecastError['params']) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = 'ForecastError';
    this.code = code;
    this.params = params;
  }
}
