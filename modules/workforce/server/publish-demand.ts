import { forecastFacts } from '@dualtrack/organisations/server';
import { newId } from '@dualtrack/platform/ids';
import { homeOf, likePattern, listPage, operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { whyNotNotice } from '../demand-notice.ts';
import { offeredPosts } from './draft-order.ts';
import { partnerSchools } from './intake.ts';
import { noticeView, noticeViews } from './notice-view.ts';
import type { WorkforceTables } from './tables.ts';

const operation = operationsOn<WorkforceTables>();

export const listNotices = operation(contract.board.list, async (ctx, input) => {
  let query = ctx.db.selectFrom('demandNotice').selectAll();
  if (input.state !== undefined) query = query.where('state', '=', input.state);
  if (input.q) {
    const pattern = likePattern(input.q);
    query = query.where((eb) => eb.or([eb('title', 'ilike', pattern), eb('place', 'ilike', pattern)]));
  }
  const found = await listPage(
    query,
    { ...input, sort: input.sort ?? '-publishedAt' },
    {
      publishedAt: 'publishedAt',
      answerBy: 'answerBy',
      people: 'people',
      fromQuarter: 'fromQuarter',
      title: 'title',
    },
  );
  return { ...found, items: await noticeViews(ctx, found.items, ctx.actor.role) };
});

export const getNotice = operation(contract.board.get, (ctx, input) =>
  noticeView(ctx, input.noticeId, ctx.actor.role),
);

/** Publishes demand for one post to partner schools: each gets its own copy, with its own clock. */
export const publishDemand = operation(contract.board.publish, async (ctx, input) => {
  if (input.payMin > input.payMax) throw ctx.refuse('demand.pay-inverted');
  const schools = await partnerSchools(ctx);
  const [line] = await offeredPosts(ctx, [{ postId: input.postId, seats: input.people }]);
  if (line === undefined) throw ctx.refuse('order.no-such-post');
  const { post } = line;
  const { titles } = await forecastFacts(ctx, { start: '2000-Q1', quarters: 1 });
  const postingId = newId();
  const ids: string[] = [];
  for (const schoolId of new Set(input.schoolIds)) {
    const school = schools.find(({ id }) => id === schoolId);
    if (school === undefined) throw ctx.refuse('order.no-such-partner');
    if (school.pausedOn !== null) throw ctx.refuse('demand.school-paused', { school: school.name });
    const id = newId();
    ids.push(id);
    await ctx.inHome(schoolId, async (inner) => {
      await inner.db
        .insertInto('demandNotice')
        .values({
          tenantId: inner.tenant,
          enterpriseId: ctx.actor.tenant,
          id,
          postingId,
          state: 'published',
          occupation: post.occupation,
          isco: titles.find((one) => one.id === post.occupation)?.isco ?? null,
          title: post.title,
          titleEn: post.titleEn,
          people: input.people,
          place: post.siteName,
          fromQuarter: input.fromQuarter,
          payMin: input.payMin,
          payMax: input.payMax,
          hazards: post.hazards,
          isNightShift: post.nightShift,
          postId: input.postId,
          note: input.note,
          publishedAt: ctx.now,
          opensOn: null,
          answerBy: null,
          offeredSeats: null,
          offeredMajorCode: null,
          answer: '',
          answeredAt: null,
          answeredBy: '',
          silentSide: null,
          orderId: null,
          poolId: null,
          changedAt: ctx.now,
        })
        .execute();
      await inner.emit('demand.published', { noticeId: id, enterpriseId: ctx.actor.tenant });
    });
  }
  ctx.audit(postingId, { schools: ids.length });
  return { ids };
});

export const closeNotice = operation(contract.board.close, async (ctx, { noticeId }) => {
  const home = await homeOf(ctx, 'demand_notice', noticeId);
  return ctx.inHome(home, async (inner) => {
    const row = await inner.db
      .selectFrom('demandNotice')
      .select(['state', 'silentSide', 'enterpriseId'])
      .where('id', '=', noticeId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const reason = whyNotNotice(row, ctx.actor, 'close');
    if (reason !== null) throw ctx.refuse(reason, { action: 'close' });
    await inner.db
      .updateTable('demandNotice')
      .set({ state: 'closed', silentSide: null, changedAt: ctx.now })
      .where('id', '=', noticeId)
      .execute();
    await inner.emit('demand.answered', { noticeId, enterpriseId: row.enterpriseId });
    ctx.audit(noticeId, { action: 'close' });
    return noticeView(inner, noticeId, ctx.actor.role);
  });
});
