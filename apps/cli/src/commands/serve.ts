import { serve as serveUntilStopped } from '@dualtrack/app-server';
import type { Command } from '../command.ts';
import { exit } from '../exit.ts';
import { wholeNumber } from '../options.ts';

/** `dualtrack serve [--port N] [--data DIR] [--database URL] [--demo]` */
export const serve: Command = async ({ values }) => {
  const port = wholeNumber('port', values.port, { min: 0, max: 65_535 });
  const { host, data, database, demo } = values;
  const isDone = await serveUntilStopped({
    ...(port === undefined ? {} : { port }),
    ...(host === undefined ? {} : { host }),
    ...(data === undefined ? {} : { dataDir: data }),
    ...(database === undefined ? {} : { databaseUrl: database }),
    // The example is loaded where it is asked for; `npm start` asks for it.
    demo: demo ?? false,
  });
  return isDone ? exit.done : exit.defect;
};
