import { type Logger, pino } from 'pino';

export type Log = Logger;

/** Fields that must never reach a log line, wherever they stand. */
const secretPaths = ['password', 'token', 'secret', 'cookie', 'authorization'].flatMap((name) => [
  name,
  `*.${name}`,
  `*.*.${name}`,
]);

/** Structured log on standard error, one JSON object a line; secrets are replaced. */
export function createLog(level: string): Log {
  return pino(
    { level, base: null, redact: { paths: secretPaths, censor: '[hidden]' } },
    pino.destination({ fd: 2, sync: true }),
  );
}

/** A log that says nothing, for tests. */
export const silentLog: Log = pino({ level: 'silent' });
