export { apiRouter, openApiDocument } from './api.ts';
export type { Titles } from './problem.ts';
export { problemOf } from './problem.ts';
export { createRateLimit } from './rate-limit.ts';
export type { HttpParts } from './server.ts';
export { createHttpServer, sessionCookie } from './server.ts';
