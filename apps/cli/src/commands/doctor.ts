import { existsSync } from 'node:fs';
import { access, constants, statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Locale, phrase } from '@dualtrack/locales';
import { startTemporary } from '@dualtrack/platform/db/embedded';
import type { Command } from '../command.ts';
import { exit } from '../exit.ts';

type Finding = { what: string; state: 'ok' | 'warn' | 'fail'; detail: string };
const gigabyte = 1024 ** 3;
const root = fileURLToPath(new URL('../../../../', import.meta.url));

/** `dualtrack doctor`: what the product needs on this machine, each with its state and the cure. */
export const doctor: Command = async ({ values, locale }) => {
  const data = resolve(values.data ?? 'data');
  const findings = [
    nodeVersion(locale),
    packages(locale),
    await writable(data, locale),
    await freeSpace(data, locale),
    await freePort(Number(values.port ?? 8080), locale),
    fonts(locale),
    await database(locale),
  ];
  for (const { what, state, detail } of findings)
    process.stdout.write(`${state.padEnd(4)}  ${what}: ${detail}\n`);
  return findings.some((finding) => finding.state === 'fail') ? exit.no : exit.done;
};

function nodeVersion(locale: Locale): Finding {
  const isNew = Number(process.versions.node.split('.')[0]) >= 24;
  return {
    what: 'Node',
    state: isNew ? 'ok' : 'fail',
    detail: isNew ? process.version : phrase(locale, 'cli', 'doctor.node'),
  };
}

function packages(locale: Locale): Finding {
  const isThere = existsSync(`${root}node_modules/fastify`);
  return {
    what: phrase(locale, 'cli', 'doctor.packages'),
    state: isThere ? 'ok' : 'fail',
    detail: isThere ? 'node_modules' : 'npm install',
  };
}

async function writable(folder: string, locale: Locale): Promise<Finding> {
  const place = existsSync(folder) ? folder : dirname(folder);
  const isWritable = await access(place, constants.W_OK).then(
    () => true,
    () => false,
  );
  return {
    what: phrase(locale, 'cli', 'doctor.folder'),
    state: isWritable ? 'ok' : 'fail',
    detail: isWritable ? folder : phrase(locale, 'cli', 'doctor.notWritable', { folder: place }),
  };
}

async function freeSpace(folder: string, locale: Locale): Promise<Finding> {
  const place = existsSync(folder) ? folder : dirname(folder);
  const { bavail, bsize } = await statfs(place);
  const free = (bavail * bsize) / gigabyte;
  return {
    what: phrase(locale, 'cli', 'doctor.space'),
    state: free >= 2 ? 'ok' : free >= 0.5 ? 'warn' : 'fail',
    detail: `${free.toFixed(1)} GB`,
  };
}

async function freePort(port: number, locale: Locale): Promise<Finding> {
  const isFree = await new Promise<boolean>((done) => {
    const server = createServer()
      .once('error', () => done(false))
      .listen(port, '127.0.0.1', () => server.close(() => done(true)));
  });
  return {
    what: phrase(locale, 'cli', 'doctor.port'),
    state: isFree ? 'ok' : 'warn',
    detail: isFree ? String(port) : phrase(locale, 'cli', 'doctor.portBusy', { port: String(port) }),
  };
}

function fonts(locale: Locale): Finding {
  const isThere = existsSync(`${root}node_modules/@expo-google-fonts/noto-serif-sc`);
  return {
    what: phrase(locale, 'cli', 'doctor.fonts'),
    state: isThere ? 'ok' : 'fail',
    detail: isThere ? 'Noto Serif SC, Noto Sans SC, Noto Naskh Arabic' : 'npm install',
  };
}

/** Really starts a throw-away PostgreSQL and asks it something. */
async function database(locale: Locale): Promise<Finding> {
  const what = 'PostgreSQL';
  try {
    const server = await startTemporary({ log: () => undefined });
    await server.stop();
    return { what, state: 'ok', detail: phrase(locale, 'cli', 'doctor.database') };
  } catch (error) {
    return { what, state: 'fail', detail: error instanceof Error ? error.message : String(error) };
  }
}
