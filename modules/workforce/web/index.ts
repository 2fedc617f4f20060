import type { AreaEntry, HomeCardDefinition, PageDefinition } from '@dualtrack/ui';

const enterprise = ['enterprise-hr', 'project-lead'] as const;
const school = ['school-office', 'programme-head'] as const;
const offices = [...school, ...enterprise] as const;

export const pages: PageDefinition[] = [
  {
    path: '/demand',
    area: 'demand',
    roles: enterprise,
    titleKey: 'workforce:gap.title',
    load: async () => ({ Page: (await import('./pages/gap-page.tsx')).GapPage }),
  },
  {
    path: '/demand/scenarios',
    area: 'demand',
    roles: enterprise,
    titleKey: 'workforce:scenario.title',
    load: async () => ({ Page: (await import('./pages/scenarios-page.tsx')).ScenariosPage }),
  },
  {
    path: '/demand/back-test',
    area: 'demand',
    roles: enterprise,
    titleKey: 'workforce:backtest.title',
    load: async () => ({ Page: (await import('./pages/back-test-page.tsx')).BackTestPage }),
  },
  {
    path: '/demand/assumptions',
    area: 'demand',
    roles: enterprise,
    titleKey: 'workforce:assume.title',
    load: async () => ({ Page: (await import('./pages/assumptions-page.tsx')).AssumptionsPage }),
  },
  {
    path: '/demand/$forecastId',
    area: 'demand',
    roles: enterprise,
    titleKey: 'workforce:gap.title',
    load: async () => ({ Page: (await import('./pages/gap-page.tsx')).GapPage }),
  },
  {
    path: '/demand-board',
    area: 'demand',
    roles: offices,
    titleKey: 'workforce:board.title',
    load: async () => ({ Page: (await import('./pages/board-page.tsx')).BoardPage }),
  },
  {
    path: '/demand-board/new',
    area: 'demand',
    roles: enterprise,
    titleKey: 'workforce:board.new',
    load: async () => ({ Page: (await import('./pages/publish-page.tsx')).PublishPage }),
  },
  {
    path: '/demand-board/$noticeId',
    area: 'demand',
    roles: offices,
    titleKey: 'workforce:board.title',
    load: async () => ({ Page: (await import('./pages/notice-page.tsx')).NoticePage }),
  },
  {
    path: '/school-supply',
    area: 'demand',
    roles: school,
    titleKey: 'workforce:supply.title',
    load: async () => ({ Page: (await import('./pages/supply-page.tsx')).SupplyPage }),
  },
  {
    path: '/talent-orders',
    area: 'demand',
    roles: offices,
    titleKey: 'workforce:orders.title',
    load: async () => ({ Page: (await import('./pages/orders-page.tsx')).OrdersPage }),
  },
  {
    path: '/talent-orders/new',
    area: 'demand',
    roles: enterprise,
    titleKey: 'workforce:orders.new',
    load: async () => ({ Page: (await import('./pages/new-order-page.tsx')).NewOrderPage }),
  },
  {
    path: '/talent-orders/$orderId',
    area: 'demand',
    roles: offices,
    titleKey: 'workforce:orders.title',
    load: async () => ({ Page: (await import('./pages/order-page.tsx')).OrderPage }),
  },
];

export const areas: AreaEntry[] = [
  { area: 'demand', order: 10, path: '/demand', roles: enterprise, labelKey: 'workforce:gap.title' },
  {
    area: 'demand',
    order: 11,
    path: '/demand/scenarios',
    roles: enterprise,
    labelKey: 'workforce:scenario.title',
  },
  {
    area: 'demand',
    order: 12,
    path: '/demand/back-test',
    roles: enterprise,
    labelKey: 'workforce:backtest.title',
  },
  {
    area: 'demand',
    order: 13,
    path: '/demand/assumptions',
    roles: enterprise,
    labelKey: 'workforce:assume.title',
  },
  {
    area: 'demand',
    order: 25,
    path: '/demand-board',
    roles: school,
    labelKey: 'workforce:board.title',
    countLoad: async () => (await import('./client.ts')).waitingDemand(),
  },
  { area: 'demand', order: 25, path: '/demand-board', roles: enterprise, labelKey: 'workforce:board.title' },
  { area: 'demand', order: 26, path: '/school-supply', roles: school, labelKey: 'workforce:supply.title' },
  {
    area: 'demand',
    order: 20,
    path: '/talent-orders',
    roles: ['school-office', 'programme-head'],
    labelKey: 'workforce:orders.title',
    countLoad: async () => (await import('./client.ts')).waitingOrders('proposed'),
  },
  {
    area: 'demand',
    order: 20,
    path: '/talent-orders',
    roles: enterprise,
    labelKey: 'workforce:orders.title',
  },
];

export const homeCards: HomeCardDefinition[] = [
  {
    id: 'workforce.gap',
    roles: enterprise,
    order: 20,
    side: 'enterprise',
    load: async () => ({ Card: (await import('./parts/gap-card.tsx')).GapCard }),
  },
  {
    id: 'workforce.orders',
    roles: offices,
    order: 15,
    load: async () => ({ Card: (await import('./parts/orders-card.tsx')).OrdersCard }),
  },
];

/** Answering a published demand from a link, for whoever is not signed in. */
export const loadAnswerByLink = async () => (await import('./pages/answer-by-link.tsx')).AnswerByLink;
