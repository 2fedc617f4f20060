import type { OperationsOf, ServerModule } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { createOrder, listOrderable } from './draft-order.ts';
import { makeForecast } from './make-forecast.ts';
import { acceptOrder, declineOrder, editOrder, proposeOrder, withdrawOrder } from './move-order.ts';
import { explainForecast, getForecast, listForecasts, removeForecast } from './read-forecast.ts';
import { getOrder, listOrders, searchOrders } from './read-orders.ts';

export { moveOrder } from './move-order.ts';
export type { OrderFacts } from './read-orders.ts';
export { orderOf } from './read-orders.ts';
export type { WorkforceTables } from './tables.ts';
export { workforceTables } from './tables.ts';

const operations: OperationsOf<typeof contract> = {
  forecasts: {
    make: makeForecast,
    list: listForecasts,
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
};

/** The workforce module: capacity plan → talent gap → recommended order → order. */
export const workforce: ServerModule = {
  name: 'workforce',
  contract,
  operations,
  migrations: { room: 'workforce', folder: new URL('../migrations/', import.meta.url) },
  search: searchOrders,
};
