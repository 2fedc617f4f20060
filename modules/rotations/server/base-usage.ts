import { notFound } from '@dualtrack/platform/errors';
import { homeOf, operationsOn } from '@dualtrack/platform/operation';
import { baseOf, placesIn } from '@dualtrack/training-bases/server';
import { contract } from '../contract.ts';
import { dayAfter, mondayOf, weekAfter } from '../week.ts';
import type { RotationsTables } from './tables.ts';

const operation = operationsOn<RotationsTables>();

/** Heads of published plans against places of each workstation of a base, week by week. */
export const baseUsage = operation(contract.usage, async (ctx, input) => {
  const home = await homeOf(ctx, 'base', input.baseId);
  return ctx.inHome(home, async (inner) => {
    const base = await baseOf(inner, input.baseId);
    if (base === undefined) throw notFound('base');
    const firstWeek = mondayOf(input.from ?? ctx.today);
    const weeks = Array.from({ length: input.weeks }, (_, at) => weekAfter(firstWeek, at));
    const blocks = await inner.db
      .selectFrom('rotationBlock as b')
      .innerJoin('rotationPlan as p', (join) =>
        join.onRef('p.tenantId', '=', 'b.tenantId').onRef('p.id', '=', 'b.planId'),
      )
      .select(['b.stationId', 'b.firstWeek', 'b.weeks'])
      .where('p.baseId', '=', input.baseId)
      .where('p.state', '=', 'published')
      .where('b.firstWeek', '<=', weekAfter(firstWeek, input.weeks))
      .execute();
    const heads = new Map<string, number>();
    for (const { stationId, firstWeek: first, weeks: length } of blocks) {
      for (let at = 0; at < length; at += 1) {
        const key = `${stationId} ${weekAfter(first, at)}`;
        heads.set(key, (heads.get(key) ?? 0) + 1);
      }
    }
    const headsIn = (stationId: string, monday: string) => heads.get(`${stationId} ${monday}`) ?? 0;
    const rows = base.stations.map((station) => {
      const unit = base.units.find((one) => one.id === station.unitId);
      return {
        stationId: station.id,
        name: station.name,
        nameEn: station.nameEn,
        unitName: unit?.name ?? '',
        unitNameEn: unit?.nameEn ?? '',
        siteName: station.siteName,
        siteNameEn: station.siteNameEn,
        heads: weeks.map((monday) => headsIn(station.id, monday)),
        places: weeks.map((monday) => placesIn(station, monday, dayAfter(monday, 6))),
      };
    });
    return { firstWeek, weeks, rows };
  });
});
