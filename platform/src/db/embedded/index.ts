/** The embedded PostgreSQL: started, kept to one owner, and stopped by the product itself. */
export type { DatabaseRole } from './credentials.ts';
export { ROLE_NAMES } from './credentials.ts';
export { EmbeddedError, type EmbeddedErrorCode } from './embedded-error.ts';
export { ensureDatabase } from './ensure-database.ts';
export {
  type EmbeddedDatabase,
  type EmbeddedEvent,
  type EmbeddedOptions,
  startEmbedded,
} from './start-embedded.ts';
export { startTemporary } from './start-temporary.ts';
