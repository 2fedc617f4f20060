export type { Actor, RequestContext } from './actor.ts';
export type { Partnership } from './partnership.ts';
export { grantPartnership, homesOf, partnersOf } from './partnership.ts';
