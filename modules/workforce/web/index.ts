import type { AreaEntry, HomeCardDefinition, PageDefinition } from '@dualtrack/ui';

const enterprise = ['enterprise-hr', 'project-lead'] as const;
const offices = ['school-office', 'programme-head', ...enterprise] as const;

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
