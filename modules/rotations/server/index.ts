import type { OperationsOf, ServerModule } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { baseUsage } from './base-usage.ts';
import { findBest, takeBest } from './best-places.ts';
import { createFeed, listFeeds, revokeFeed, rotationFeed } from './calendar-feed.ts';
import { moveBlock, swapBlocks } from './change-blocks.ts';
import { createPlan, listRegions, setElectives, setWeeks } from './create-plan.ts';
import { markNoticeSeen, myNotices } from './my-notices.ts';
import { planBook, planWall } from './print-plan.ts';
import { checkPlan, pinBlock, publishPlan, removePlan } from './publish-plan.ts';
import { listCalendars, readCalendar } from './read-calendars.ts';
import { getPlan, listPlans, myWeeks } from './read-plans.ts';
import { revisePlan } from './revise-plan.ts';
import { setAbsences } from './set-absences.ts';
import { setRules } from './set-rules.ts';
import { runSolve, solvePlan } from './solve-plan.ts';
import { findSwaps } from './swap-costs.ts';
import { tellPeople } from './tell-people.ts';
import { myWishes, setWishes } from './unit-wishes.ts';

export type { SpecialDay } from '../holidays.ts';
export { isAbroad } from '../region.ts';
export { calendarOf } from './calendar-of.ts';
export { specialDaysIn } from './days-abroad.ts';
export type { PlanToRecord } from './record-plan.ts';
export { recordPlan } from './record-plan.ts';
export type { RotationsTables } from './tables.ts';
export { rotationsTables } from './tables.ts';

const operations: OperationsOf<typeof contract> = {
  calendar: {
    subjects: listCalendars,
    read: readCalendar,
    feeds: { list: listFeeds, create: createFeed, revoke: revokeFeed },
  },
  change: {
    move: moveBlock,
    swap: swapBlocks,
    best: findBest,
    takeBest,
    swaps: findSwaps,
    revise: revisePlan,
  },
  wishes: { mine: myWishes, set: setWishes },
  notices: { mine: myNotices, seen: markNoticeSeen },
  list: listPlans,
  get: getPlan,
  create: createPlan,
  regions: listRegions,
  setWeeks,
  setElectives,
  setAbsences,
  setRules,
  solve: solvePlan,
  pin: pinBlock,
  check: checkPlan,
  publish: publishPlan,
  book: planBook,
  wall: planWall,
  usage: baseUsage,
  remove: removePlan,
  mine: myWeeks,
};

/** The rotations module: dual calendar, rotation plans searched by the engine, checked by law, published. */
export const rotations: ServerModule = {
  name: 'rotations',
  contract,
  operations,
  migrations: { room: 'rotations', folder: new URL('../migrations/', import.meta.url) },
  documents: [rotationFeed],
  reactions: { 'rotation.published': tellPeople },
  runs: { 'rotations.solve': runSolve },
};
