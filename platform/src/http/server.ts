import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locale } from '@dualtrack/locales';
import fastifyStatic from '@fastify/static';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Actor } from '../access/index.ts';
import { kernelRefusal } from '../errors.ts';
import { newId } from '../ids.ts';
import type { Kernel, ServerModule } from '../operation/index.ts';
import { createActorCache } from './actor-cache.ts';
import { apiHandler, apiRouter, openApiDocument } from './api.ts';
import { serveDocuments } from './documents.ts';
import { problemOf, type Titles } from './problem.ts';
import { createRateLimit } from './rate-limit.ts';
import { servedType } from './served-type.ts';

export const sessionCookie = 'dualtrack_session';
const bodyLimit = 250 * 1024 * 1024;

/** What the composition brings to the HTTP server. */
export type HttpParts = {
  modules: readonly ServerModule[];
  authenticate(token: string): Promise<Actor | null>;
  titles: Titles;
  localeOf(acceptLanguage: string | undefined): Locale;
  webRoot: string;
  version: string;
  isReady(): boolean;
};

/** Builds the HTTP server: `/api`, `/openapi.json`, `/health`, `/ready` and the web pages. */
export async function createHttpServer(kernel: Kernel, parts: HttpParts): Promise<FastifyInstance> {
  const app = Fastify({ logger: false, bodyLimit, trustProxy: kernel.config.publicUrl !== undefined });
  const toProblem = (error: unknown, locale: Locale) => problemOf(error, locale, parts.titles, kernel.log);
  const router = apiRouter(kernel, parts.modules, toProblem);
  const handler = apiHandler(router, toProblem);
  // The router reads the body itself.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, _payload, done) => done(null, undefined));
  const isHttps = kernel.config.publicUrl?.startsWith('https:') ?? false;
  securityHeaders(app, isHttps);
  const actors = createActorCache(parts.authenticate);
  app.addHook('onSend', async (request, reply) => {
    // Before the answer leaves, so that the next question already sees what was written.
    if (!isReading(request)) actors.forgetAll();
    if (!request.url.startsWith('/api/')) return;
    const type = reply.getHeader('content-type');
    if (reply.statusCode >= 400) reply.header('content-type', 'application/problem+json; charset=utf-8');
    else if (type !== undefined) reply.header('content-type', servedType(String(type)));
  });
  const limit = createRateLimit({ windowMilliseconds: 10_000, requests: 600 });

  app.all('/api/*', async (request, reply) => {
    const locale = parts.localeOf(request.headers['accept-language']);
    try {
      limit(request.ip, performance.now());
      checkOrigin(request, kernel);
      const token = cookieOf(request, sessionCookie);
      const actor = token === null ? null : await actors.actorOf(token, performance.now());
      const context = {
        request: {
          actor,
          locale,
          idempotencyKey: headerOf(request, 'idempotency-key'),
          sessionToken: token,
          remoteAddress: request.ip,
          setSession: (word: string | null, seconds: number) =>
            void reply.header('set-cookie', sessionCookieLine(word, seconds, isHttps)),
        },
      };
      reply.header('cache-control', 'no-store');
      const { matched } = await handler.handle(request, reply, { prefix: '/api', context });
      if (!matched) throw kernelRefusal('route.not-found', { path: request.url.split('?')[0] ?? '' });
    } catch (error) {
      sendProblem(reply, toProblem(error, locale));
    }
    return reply;
  });
  let document: Record<string, unknown> | undefined;
  app.get('/openapi.json', async () => {
    document ??= await openApiDocument(router, parts.version);
    return document;
  });
  app.get('/health', () => ({ ok: true }));
  app.get('/ready', async (_request, reply) => {
    const isUp = parts.isReady() && (await databaseAnswers(kernel));
    return reply.status(isUp ? 200 : 503).send({ ready: isUp });
  });
  serveDocuments(app, kernel, {
    ...parts,
    limit: (address) => limit(address, performance.now()),
    fail: (reply, error, locale) => sendProblem(reply, toProblem(error, locale)),
  });
  await webPages(app, parts.webRoot);
  return app;
}

function sendProblem(reply: FastifyReply, problem: { status: number }): void {
  if (reply.sent || reply.raw.headersSent) return;
  void reply.status(problem.status).type('application/problem+json').send(problem);
}

async function databaseAnswers(kernel: Kernel): Promise<boolean> {
  try {
    await kernel.pool.raw.query('select 1');
    return true;
  } catch {
    return false;
  }
}

function securityHeaders(app: FastifyInstance, isHttps: boolean): void {
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers({
      // Component styles are injected at run time, hence inline styles; scripts come from here only.
      'content-security-policy':
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'self'; frame-ancestors 'none'; form-action 'self'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'x-frame-options': 'DENY',
      'permissions-policy': 'geolocation=(), camera=(), microphone=()',
      'x-request-id': newId(),
      ...(isHttps ? { 'strict-transport-security': 'max-age=31536000' } : {}),
    });
  });
}

/** A write from a foreign page is refused, whatever cookies the browser adds to it. */
function checkOrigin(request: FastifyRequest, kernel: Kernel): void {
  if (isReading(request)) return;
  const site = headerOf(request, 'sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') throw kernelRefusal('access.other-origin');
  const origin = headerOf(request, 'origin');
  if (origin === null) return;
  const expected = new Set([`http://${request.host}`, `https://${request.host}`]);
  if (kernel.config.publicUrl !== undefined) expected.add(new URL(kernel.config.publicUrl).origin);
  if (!expected.has(origin)) throw kernelRefusal('access.other-origin');
}

function isReading({ method }: FastifyRequest): boolean {
  return method === 'GET' || method === 'HEAD';
}

function headerOf(request: FastifyRequest, name: string): string | null {
  const value = request.headers[name];
  return typeof value === 'string' && value !== '' ? value.slice(0, 1_000) : null;
}

/** The cookie is out of reach of scripts and is not sent along from foreign pages. */
function sessionCookieLine(word: string | null, seconds: number, isHttps: boolean): string {
  const age = word === null ? 0 : seconds;
  return `${sessionCookie}=${word ?? ''}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${age}${isHttps ? '; Secure' : ''}`;
}

function cookieOf(request: FastifyRequest, name: string): string | null {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [key, value] = part.trim().split('=');
    if (key === name && value !== undefined && value !== '') return value;
  }
  return null;
}

async function webPages(app: FastifyInstance, webRoot: string): Promise<void> {
  if (!existsSync(join(webRoot, 'index.html'))) return;
  await app.register(fastifyStatic, {
    root: webRoot,
    wildcard: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders(reply, path) {
      const isHashed = path.includes('/assets/');
      reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  const page = await readFile(join(webRoot, 'index.html'));
  app.setNotFoundHandler((request, reply) => {
    if (request.method !== 'GET' || request.url.startsWith('/assets/'))
      return reply.status(404).type('text/plain').send('not found');
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page);
  });
}
