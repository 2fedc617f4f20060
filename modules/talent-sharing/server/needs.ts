import { standingAgreements } from '@dualtrack/agreements/server';
import { regionOf } from '@dualtrack/organisations/server';
import { notFound } from '@dualtrack/platform/errors';
import { newId, noId } from '@dualtrack/platform/ids';
import { homeOf, likePattern, listPage, operationsOn } from '@dualtrack/platform/operation';
import { contract, type Need } from '../contract.ts';
import { later } from '../days.ts';
import { occupationsNamed } from '../occupations.ts';
import { proposePeople } from '../propose-people.ts';
import { isLead, otherSide } from '../side.ts';
import { sharingAgreement, sideOf, type TalentContext } from './asking.ts';
import { partyNames } from './parties.ts';
import { ratingsOf } from './read-experts.ts';
import type { TalentTables } from './tables.ts';

const operation = operationsOn<TalentTables>();
const columns = [
  ...([
    'id',
    'tenantId',
    'enterpriseId',
    'agreementId',
    'side',
    'isOffer',
    'expertId',
    'expertName',
  ] as const),
  ...(['form', 'title', 'description', 'occupations', 'tags', 'language', 'fromOn', 'toOn'] as const),
  ...(['minutes', 'place', 'region', 'state', 'byName', 'byPerson'] as const),
] as const;
type Row = { tenantId: string; byPerson: string } & Omit<
  Need,
  'sessions' | 'isMine' | 'school' | 'schoolEn' | 'enterprise' | 'enterpriseEn'
>;

async function withSessions(ctx: TalentContext, rows: readonly Row[]): Promise<Need[]> {
  const counts = await ctx.db
    .selectFrom('talentSession')
    .select((eb) => ['needId', eb.fn.countAll<string>().as('count')])
    .where('needId', 'in', [...rows.map((row) => row.id), noId])
    .where('state', 'in', ['asked', 'planned', 'held'])
    .groupBy('needId')
    .execute();
  const namesOf = await partyNames(ctx, rows);
  return rows.map((row) => ({
    ...row,
    ...namesOf(row),
    isMine: row.byPerson === ctx.actor.personId,
    sessions: Number(counts.find((one) => one.needId === row.id)?.count ?? 0),
  }));
}

/** One need or offer. @throws thing.not-found */
export async function needView(ctx: TalentContext, needId: string): Promise<Need> {
  const rows = await ctx.db.selectFrom('talentNeed').select(columns).where('id', '=', needId).execute();
  const [view] = await withSessions(ctx, rows);
  if (view === undefined) throw notFound('talent_need');
  return view;
}

export const getNeed = operation(contract.needs.get, (ctx, input) => needView(ctx, input.needId));

export const listNeeds = operation(contract.needs.list, async (ctx, input) => {
  let query = ctx.db.selectFrom('talentNeed').select(columns);
  for (const key of ['isOffer', 'state', 'form', 'side'] as const) {
    const value = input[key];
    if (value !== undefined) query = query.where(key, '=', value);
  }
  if (input.q) {
    const pattern = likePattern(input.q);
    const codes = occupationsNamed(input.q);
    query = query.where((eb) =>
      eb.or([
        ...(['title', 'description', 'place', 'expertName'] as const).map((key) => eb(key, 'ilike', pattern)),
        eb(eb.cast<string>('tags', 'text'), 'ilike', pattern),
        ...codes.map((code) => eb(eb.cast<string>('occupations', 'text'), 'like', `%"${code}"%`)),
      ]),
    );
  }
  const found = await listPage(
    query,
    { ...input, sort: input.sort ?? 'fromOn' },
    { fromOn: 'fromOn', title: 'title', form: 'form', state: 'state' },
  );
  return { ...found, items: await withSessions(ctx, found.items) };
});

export const createNeed = operation(contract.needs.create, async (ctx, input) => {
  const { expertId, occupations, tags, isOffer, ...facts } = input;
  const agreement = await sharingAgreement(ctx, input.agreementId);
  if (facts.toOn < facts.fromOn) throw ctx.refuse('need.ends-first');
  if (facts.toOn < ctx.today) throw ctx.refuse('need.past');
  if (occupations.length + tags.length === 0) throw ctx.refuse('need.no-skill');
  // Only somebody of the own side, who is listed, can be offered.
  const expert =
    !isOffer || expertId === null
      ? undefined
      : await ctx.db
          .selectFrom('expert')
          .select(['id', 'name'])
          .where('id', '=', expertId)
          .where('leftOn', 'is', null)
          .where('listedSince', 'is not', null)
          .executeTakeFirst();
  if (isOffer && expert === undefined) throw ctx.refuse('need.no-expert');
  const id = newId();
  await ctx.inHome(agreement.home, async (inner) => {
    await inner.db
      .insertInto('talentNeed')
      .values({
        ...{ ...facts, isOffer, id, tenantId: inner.tenant, enterpriseId: agreement.enterpriseId },
        ...{ side: sideOf(ctx), expertId: expert?.id ?? null, expertName: expert?.name ?? '' },
        ...{ occupations: JSON.stringify(occupations), tags: JSON.stringify(tags), state: 'open' },
        ...{ byPerson: ctx.actor.personId, byName: ctx.actor.name, createdAt: ctx.now, changedAt: ctx.now },
      })
      .execute();
  });
  ctx.audit(id);
  return { id };
});

export const moveNeed = operation(contract.needs.move, async (ctx, input) => {
  const { needId, to } = input;
  const need = await needView(ctx, needId);
  const isOwn = need.side === sideOf(ctx) && (need.isMine || isLead(ctx.actor.role));
  if (!isOwn) throw ctx.refuse('need.not-yours');
  const home = await homeOf(ctx, 'talent_need', needId);
  await ctx.inHome(home, async (inner) => {
    const moved = await inner.db
      .updateTable('talentNeed')
      .set({ state: to, changedAt: ctx.now })
      .where('id', '=', needId)
      .where('state', '!=', to)
      .executeTakeFirst();
    if (moved.numUpdatedRows !== 1n) throw ctx.refuse('need.changed');
  });
  ctx.audit(needId, { to });
  return needView(ctx, needId);
});

export const proposeForNeed = operation(contract.needs.proposals, async (ctx, input) => {
  const need = await needView(ctx, input.needId);
  const home = await homeOf(ctx, 'talent_need', input.needId);
  // Whoever asks, people of the side that the need is addressed to are proposed.
  const listed = await ctx.db
    .selectFrom('expertListing')
    .selectAll()
    .where('side', '=', otherSide(need.side))
    .where('tenantId', '=', home)
    .where('enterpriseId', '=', need.enterpriseId)
    .limit(2_000)
    .execute();
  const marks = await ratingsOf(
    ctx,
    listed.map((row) => row.expertId),
  );
  const from = later(need.fromOn, ctx.today);
  const seat = need.side === 'school' ? home : need.enterpriseId;
  const people = proposePeople(
    { ...need, from, to: need.toOn, region: need.region || (await regionOf(ctx, seat)) },
    listed.map((row) => ({ ...row, ratings: marks.get(row.expertId) ?? [] })),
  );
  return {
    items: people.slice(0, 10).flatMap((one) => {
      const row = listed.find(({ expertId }) => expertId === one.expertId);
      if (row === undefined) return [];
      const { name, nameEn, title, titleEn } = row;
      return [{ ...one, name, nameEn, title, titleEn }];
    }),
  };
});

export const listSharingAgreements = operation(contract.needs.agreements, async (ctx) => {
  const rows = await standingAgreements(ctx);
  const namesOf = await partyNames(
    ctx,
    rows.map((row) => ({ tenantId: row.home, enterpriseId: row.enterpriseId })),
  );
  return {
    items: rows.map((row) => ({
      ...row,
      ...namesOf({ tenantId: row.home, enterpriseId: row.enterpriseId }),
    })),
  };
});
