import type { Locale } from '@dualtrack/locales';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../errors.ts';
import type { DocumentAnswer, Kernel, ServerModule } from '../operation/index.ts';

type Tools = {
  modules: readonly ServerModule[];
  localeOf(acceptLanguage: string | undefined): Locale;
  limit(address: string): void;
  fail(reply: FastifyReply, error: unknown, locale: Locale): void;
};

/** Serves the public documents of all modules (feeds, public pages): plain addresses outside `/api`, without a session. */
export function serveDocuments(app: FastifyInstance, kernel: Kernel, tools: Tools): void {
  for (const document of tools.modules.flatMap((module) => module.documents ?? [])) {
    app.route<{ Params: Record<string, string>; Querystring: Record<string, string> }>({
      method: document.method ?? 'GET',
      url: document.path,
      handler: async (request, reply) => {
        const locale = tools.localeOf(request.headers['accept-language']);
        try {
          tools.limit(request.ip);
          const given = { params: request.params, query: plainQuery(request), locale };
          const answer = await document.answer(kernel, given);
          if (answer === null) throw new Refusal('link.unknown', 404);
          return send(reply, request, answer);
        } catch (error) {
          tools.fail(reply, error, locale);
          return reply;
        }
      },
    });
  }
}

function send(reply: FastifyReply, request: FastifyRequest, answer: DocumentAnswer): FastifyReply {
  reply.header('cache-control', answer.cacheSeconds ? `public, max-age=${answer.cacheSeconds}` : 'no-store');
  if (answer.fileName !== undefined) {
    const name = encodeURIComponent(answer.fileName);
    reply.header('content-disposition', `inline; filename*=UTF-8''${name}`);
  }
  const body = typeof answer.body === 'string' ? answer.body : Buffer.from(answer.body);
  return reply
    .status(200)
    .type(answer.mediaType)
    .send(request.method === 'HEAD' ? '' : body);
}

/** A repeated name in the query would be a list; the last one wins, as a person would expect of a link. */
function plainQuery(request: { query: Record<string, unknown> }): Record<string, string> {
  return Object.fromEntries(
    Object.entries(request.query).map(([name, value]) => [
      name,
      String(Array.isArray(value) ? value.at(-1) : value),
    ]),
  );
}
