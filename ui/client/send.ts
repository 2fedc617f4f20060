import { ProblemError, problemFrom } from './problem.ts';

/** What a call may say beside its input. */
export type CallContext = {
  /** One key for all tries of the same write. Made when not given. */
  readonly idempotencyKey?: string;
};

const isWrite = (method: string) => method !== 'GET' && method !== 'HEAD';
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function unreachable(): ProblemError {
  return new ProblemError({ status: 0, code: 'network.unreachable', title: '', params: {}, errors: [] });
}

async function problemIn(response: Response): Promise<ProblemError> {
  let body: unknown;
  try {
    body = await response.json();
  } catch {
    // A proxy's page or an empty answer: the status alone has to say it.
  }
  return new ProblemError(problemFrom(response.status, body));
}

/**
 * Sends a request the one way this product sends requests: same-origin cookies, the page's language, and on writes an
 * `Idempotency-Key` that stays the same when the connection fails and the request is tried again (twice).
 * @throws ProblemError for any answer that is not a success, and with code `network.unreachable` for none at all.
 */
export async function send(request: Request, context: CallContext = {}): Promise<Response> {
  const headers = new Headers(request.headers);
  headers.set('accept-language', document.documentElement.lang || 'zh-CN');
  if (isWrite(request.method)) {
    headers.set('idempotency-key', context.idempotencyKey ?? crypto.randomUUID());
  }
  for (let attempt = 0; ; attempt += 1) {
    let response: Response;
    try {
      response = await fetch(new Request(request.clone(), { headers, credentials: 'same-origin' }));
    } catch (error) {
      if (request.signal.aborted) throw error;
      if (attempt === 2 || !navigator.onLine) throw unreachable();
      await pause(400 * 2 ** attempt);
      continue;
    }
    if (!response.ok) throw await problemIn(response);
    return response;
  }
}

/** Sends JSON to a path under `/api` and gives the JSON back, for the few calls made before any module is loaded. */
export async function sendJson<Output>(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: `/${string}`,
  input?: unknown,
  context?: CallContext,
): Promise<Output> {
  const request = new Request(new URL(`/api${path}`, location.href), {
    method,
    ...(input === undefined
      ? {}
      : { body: JSON.stringify(input), headers: { 'content-type': 'application/json' } }),
  });
  const response = await send(request, context);
  return response.json();
}
