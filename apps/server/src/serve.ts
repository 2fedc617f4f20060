import { inviteFirstOperator } from '@dualtrack/accounts/server';
import { type Config, configFrom } from '@dualtrack/platform/config';
import { loadExampleOnce, offerExampleSignIns } from './example/first-start.ts';
import { examplePassword, examplePeople } from './example/people.ts';
import { startServer } from './start-server.ts';

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

function sayWelcome(address: string, hasExample: boolean): void {
  say(`双轨 Dualtrack  ${address}`);
  if (!hasExample) return;
  say(`示例账号（密码均为 ${examplePassword}） Example sign-ins (password ${examplePassword}):`);
  for (const person of examplePeople) say(`  ${person.signInName.padEnd(28)} ${person.role}`);
}

/** Serves until a signal comes. True after a clean stop, false when the start failed (and the reason was said). */
export async function serve(options: Partial<Config>): Promise<boolean> {
  const config = configFrom(process.env, options);
  try {
    let hasExample = false;
    const server = await startServer(config, {
      onEvent: (event) => say(event.message),
      async prepare(kernel, tools) {
        if (!config.demo) return;
        if (await loadExampleOnce(kernel, tools)) say('已载入示例数据。 Example data loaded.');
        hasExample = await offerExampleSignIns(kernel);
      },
    });
    const stopped = new Promise<void>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
    });
    sayWelcome(server.address, hasExample);
    const link = hasExample ? null : await inviteFirstOperator(server.kernel);
    if (link !== null) say(`首次使用，请设置运营账号 First use, set up the operator (operator@…): ${link}`);
    await stopped;
    say('正在停止… Stopping…');
    await server.stop();
    return true;
  } catch (error) {
    sayError(error, config.port);
    return false;
  }
}
