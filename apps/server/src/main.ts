import { parseArgs } from 'node:util';
import { configFrom } from '@dualtrack/platform/config';
import { loadExampleOnce, offerExampleSignIns } from './example/first-start.ts';
import { examplePassword, examplePeople } from './example/people.ts';
import { startServer } from './start-server.ts';

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

/** One line for people; nothing technical unless it helps. */
function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function sayError(error: unknown, port: number): void {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'EADDRINUSE') {
    say(
      `端口 ${port} 已被占用，请换一个端口：npm start -- --port ${port + 1}\nPort ${port} is in use. Choose another one: npm start -- --port ${port + 1}`,
    );
    return;
  }
  say(error instanceof Error ? error.message : String(error));
}

const config = configFrom(process.env, {
  port: values.port === undefined ? undefined : Number(values.port),
  host: values.host,
  dataDir: values.data,
  databaseUrl: values.database,
  demo: values.demo,
});

let stopping = false;
try {
  const server = await startServer(config, {
    onEvent: (event) => say(event.message),
    async prepare(kernel, tools) {
      if (!config.demo) return;
      if (await loadExampleOnce(kernel, tools)) say('已载入示例数据。 Example data loaded.');
      await offerExampleSignIns(kernel);
    },
  });
  const stop = () => {
    if (stopping) return;
    stopping = true;
    say('正在停止… Stopping…');
    server.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        sayError(error, config.port);
        process.exit(3);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  say(`双轨 Dualtrack  ${server.address}`);
  if (config.demo) {
    say(`示例账号（密码均为 ${examplePassword}） Example sign-ins (password ${examplePassword}):`);
    for (const person of examplePeople) say(`  ${person.signInName.padEnd(28)} ${person.role}`);
  }
} catch (error) {
  sayError(error, config.port);
  process.exit(3);
}
