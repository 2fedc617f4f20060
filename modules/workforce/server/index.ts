import { type OperationsOf, reaction, type ServerModule } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import type { OpinionStep } from '../opinion.ts';
import { answerDemand, takeOffer } from './answer-demand.ts';
import { getBackTest, makeBackTest } from './back-tests.ts';
import { decidePool } from './decide-pool.ts';
import { answerByLink, makeAnswerLink, openAnswerLink } from './demand-links.ts';
import { createOrder, listOrderable } from './draft-order.ts';
import { getAssumptions, putAssumptions } from './forecast-assumptions.ts';
import { getHistory, putHistory } from './headcount-records.ts';
import {
  countIntake,
  getIntake,
  listDemandSchools,
  passIntakeDay,
  placeNotice,
  putIntake,
} from './intake.ts';
import { makeForecast } from './make-forecast.ts';
import { acceptOrder, declineOrder, editOrder, proposeOrder, withdrawOrder } from './move-order.ts';
import { askOpinions, getOpinions, giveOpinion } from './opinions.ts';
import { listPools, makePool } from './pools.ts';
import { closeNotice, getNotice, listNotices, publishDemand } from './publish-demand.ts';
import { explainForecast, getForecast, listForecasts, removeForecast } from './read-forecast.ts';
import { getOrder, listOrders, searchOrders } from './read-orders.ts';
import { listForecastRuns, runForecastRun } from './run-forecast.ts';
import { compareScenarios, makeScenario } from './scenarios.ts';
import { getPresident, namePresident } from './school-president.ts';
import { getSupply } from './school-supply.ts';
import type { WorkforceTables } from './tables.ts';
import { tellOfNotice, tellOfOpinion, tellOfOrder } from './tell-demand.ts';

export { forecastOf } from './forecast-door.ts';
export { moveOrder } from './move-order.ts';
export type { OrderFacts } from './read-orders.ts';
export { orderOf } from './read-orders.ts';
export type { WorkforceTables } from './tables.ts';
export { workforceTables } from './tables.ts';

type Notice = { noticeId: string };
type Order = { orderId: string };

const operations: OperationsOf<typeof contract> = {
  forecasts: {
    make: makeForecast,
    list: listForecasts,
    underWay: listForecastRuns,
    get: getForecast,
    explain: explainForecast,
    remove: removeForecast,
  },
  orders: {
    list: listOrders,
    get: getOrder,
    create: createOrder,
    edit: editOrder,
    propose: proposeOrder,
    accept: acceptOrder,
    decline: declineOrder,
    withdraw: withdrawOrder,
  },
  posts: listOrderable,
  assumptions: { get: getAssumptions, put: putAssumptions },
  scenarios: { compare: compareScenarios, make: makeScenario },
  history: { get: getHistory, put: putHistory },
  backTests: { make: makeBackTest, get: getBackTest },
  board: {
    list: listNotices,
    get: getNotice,
    publish: publishDemand,
    answer: answerDemand,
    take: takeOffer,
    close: closeNotice,
    link: makeAnswerLink,
    open: openAnswerLink,
    answerByLink,
  },
  intake: { get: getIntake, put: putIntake, schools: listDemandSchools },
  opinions: { get: getOpinions, ask: askOpinions, give: giveOpinion },
  president: { get: getPresident, name: namePresident },
  pools: { list: listPools, make: makePool, decide: decidePool },
  supply: getSupply,
};

/** The workforce module: capacity plan → talent gap → recommended order → order. */
export const workforce: ServerModule = {
  name: 'workforce',
  contract,
  operations,
  migrations: { room: 'workforce', folder: new URL('../migrations/', import.meta.url) },
  runs: {
    'workforce.forecast': runForecastRun,
    'workforce.scenario': runForecastRun,
    'workforce.back-test': runForecastRun,
  },
  search: searchOrders,
  reactions: {
    'demand.published': reaction<WorkforceTables, Notice>(async (context, notice) => {
      await placeNotice(context, notice);
      await tellOfNotice(context, notice);
    }),
    'demand.answered': reaction<WorkforceTables, Notice>(async (context, notice) => {
      await countIntake(context);
      await tellOfNotice(context, notice);
    }),
    'demand.paused': reaction<WorkforceTables, Notice>(tellOfNotice),
    'order.proposed': reaction<WorkforceTables, Order>(tellOfOrder),
    'order.accepted': reaction<WorkforceTables, Order>(tellOfOrder),
    'order.declined': reaction<WorkforceTables, Order>(tellOfOrder),
    'order.opinion-due': reaction<WorkforceTables, Order & { round: number; step: OpinionStep }>(
      tellOfOpinion,
    ),
  },
  daily: passIntakeDay,
};
