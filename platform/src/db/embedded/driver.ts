/** For the tests: starts the embedded database in a process of its own, which can be killed. */
import { startEmbedded } from './index.ts';

const [dataDir = '', port, ...settings] = process.argv.slice(2);
const say = (what: object) => process.stdout.write(`${JSON.stringify(what)}\n`);
try {
  const database = await startEmbedded({
    dataDir,
    port: port !== '0' ? Number(port) : undefined,
    settings,
    log: ({ code, params }) => say({ event: code, ...params }),
  });
  if (!process.env.UNGUARDED) process.once('SIGTERM', () => void database.stop().then(() => process.exit(0)));
  const { pid, dataDir: cluster } = database;
  say({
    ready: true,
    pid,
    cluster,
    app: database.url('dualtrack', 'app'),
    owner: database.url('dualtrack', 'owner'),
  });
} catch (error) {
  const { code, message, params } = Object(error);
  say({ failed: code ?? 'defect', message, params });
  process.exitCode = 1;
}
