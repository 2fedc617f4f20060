import { parseArgs } from 'node:util';
import { serve } from './serve.ts';

const { values } = parseArgs({
  allowPositionals: true,
  options: {
    port: { type: 'string' },
    host: { type: 'string' },
    data: { type: 'string' },
    database: { type: 'string' },
    demo: { type: 'boolean' },
  },
});

const isDone = await serve({
  ...(values.port === undefined ? {} : { port: Number(values.port) }),
  ...(values.host === undefined ? {} : { host: values.host }),
  ...(values.data === undefined ? {} : { dataDir: values.data }),
  ...(values.database === undefined ? {} : { databaseUrl: values.database }),
  ...(values.demo === undefined ? {} : { demo: values.demo }),
});
process.exit(isDone ? 0 : 3);
