import { quarterAt } from '@dualtrack/forecast';
import { organisationNames, publicProgrammes } from '@dualtrack/organisations/server';
import { operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { stateBehind } from '../demand-notice.ts';
import { quarterOf } from './build-plan.ts';
import type { WorkforceTables } from './tables.ts';

const operation = operationsOn<WorkforceTables>();
const span = 12;

/**
 * What the school can give, by programme and quarter: graduates, seats that accepted orders ask for, and the published
 * demand and open orders whose occupation a programme trains for.
 */
export const getSupply = operation(contract.supply, async (ctx) => {
  const start = quarterOf(ctx.today);
  const quarters = Array.from({ length: span }, (_, t) => quarterAt(start, t));
  const programmes = await publicProgrammes(ctx, [ctx.tenant]);
  const orders = await ctx.db
    .selectFrom('talentOrder')
    .select(['id', 'enterpriseId', 'state', 'className', 'majorCode', 'seats', 'startQuarter'])
    .where('state', 'in', ['proposed', 'accepted', 'in-agreement', 'in-class'])
    .orderBy('startQuarter')
    .execute();
  const notices = await ctx.db
    .selectFrom('demandNotice')
    .selectAll()
    .where('state', 'in', ['published', 'paused'])
    .orderBy('fromQuarter')
    .execute();
  const names = await organisationNames(
    ctx,
    [...orders, ...notices].map(({ enterpriseId }) => enterpriseId),
  );
  const nameOf = (id: string) => ({
    enterprise: names.get(id)?.name ?? '',
    enterpriseEn: names.get(id)?.nameEn ?? '',
  });
  return {
    quarters,
    programmes: programmes.map(({ id, majorCode, name, nameEn, occupations, graduates }) => {
      const own = orders.filter((order) => order.majorCode === majorCode);
      const promised = own.filter(({ state }) => state !== 'proposed');
      return {
        ...{ id, majorCode, name, nameEn },
        graduates: quarters.map((quarter) => graduates.find((one) => one.quarter === quarter)?.count ?? 0),
        promised: quarters.map((quarter) =>
          promised.reduce((sum, order) => sum + (order.startQuarter === quarter ? order.seats : 0), 0),
        ),
        answerable: [
          ...notices
            .filter((one) => stateBehind(one) === 'published')
            .filter(({ occupation, isco }) =>
              occupations.some((code) => code === occupation || code === isco),
            )
            .map(({ id: noticeId, enterpriseId, title, titleEn, people, fromQuarter, state }) => {
              const kind = 'notice' as const;
              return {
                kind,
                id: noticeId,
                ...nameOf(enterpriseId),
                title,
                titleEn,
                people,
                fromQuarter,
                state,
              };
            }),
          ...own
            .filter(({ state }) => state === 'proposed')
            .map((order) => ({
              kind: 'order' as const,
              id: order.id,
              ...nameOf(order.enterpriseId),
              title: order.className,
              titleEn: order.className,
              people: order.seats,
              fromQuarter: order.startQuarter,
              state: order.state,
            })),
        ],
      };
    }),
  };
});
