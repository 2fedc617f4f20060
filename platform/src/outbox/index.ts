export type { Relay } from './relay.ts';
export { startRelay } from './relay.ts';
