import { schoolHomes } from '@dualtrack/accounts/server';
import { organisationNames } from '@dualtrack/organisations/server';
import { partnersOf } from '@dualtrack/platform/access';
import { noId } from '@dualtrack/platform/ids';
import { asSystem, type Kernel, operationsOn, type TransactionContext } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { daysAfter, defaultIntake, nextFreeDay } from '../intake-slots.ts';
import { ownDb } from './order-view.ts';
import type { WorkforceTables } from './tables.ts';

const operation = operationsOn<WorkforceTables>();
type Context = TransactionContext<WorkforceTables>;

/** How much the school in whose home the context runs takes in; `lock` keeps the row until the end. */
export async function intakeOf<Tables>(context: TransactionContext<Tables>, lock = false) {
  const query = ownDb(context).selectFrom('schoolIntake').selectAll().where('tenantId', '=', context.tenant);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row ?? { ...defaultIntake, nextFreeOn: context.today, pausedOn: null };
}

async function keepIntake(
  context: Context,
  values: Partial<Omit<WorkforceTables['schoolIntake'], 'tenantId' | 'changedAt'>>,
): Promise<void> {
  await context.db
    .insertInto('schoolIntake')
    .values({
      tenantId: context.tenant,
      ...defaultIntake,
      nextFreeOn: context.today,
      pausedOn: null,
      ...values,
      changedAt: context.now,
    })
    .onConflict((conflict) => conflict.column('tenantId').doUpdateSet({ ...values, changedAt: context.now }))
    .execute();
}

/** Days on which demand that still counts began or will begin to wait for the school. */
async function takenDays(context: Context): Promise<string[]> {
  const rows = await context.db
    .selectFrom('demandNotice')
    .select('opensOn')
    .where('tenantId', '=', context.tenant)
    .where('opensOn', 'is not', null)
    .where('state', '!=', 'closed')
    .where('opensOn', '>=', `${context.today.slice(0, 7)}-01`)
    .execute();
  return rows.flatMap(({ opensOn }) => (opensOn === null ? [] : [opensOn]));
}

/** Writes when the school is free next, for everybody to see. */
export async function countIntake(context: Context): Promise<void> {
  const { monthlyLimit, pausedOn } = await intakeOf(context, true);
  const silent = await context.db
    .selectFrom('demandNotice')
    .select('id')
    .where('tenantId', '=', context.tenant)
    .where('silentSide', '=', 'school')
    .where('state', '=', 'paused')
    .limit(1)
    .executeTakeFirst();
  await keepIntake(context, {
    nextFreeOn: nextFreeDay(await takenDays(context), context.today, monthlyLimit),
    pausedOn: silent === undefined ? null : (pausedOn ?? context.today),
  });
}

/** Reaction: gives a newly published demand its day on the school's desk, and starts the clock from there. */
export async function placeNotice(context: Context, { noticeId }: { noticeId: string }): Promise<void> {
  await keepIntake(context, {});
  const { monthlyLimit, answerDays } = await intakeOf(context, true);
  const opensOn = nextFreeDay(await takenDays(context), context.today, monthlyLimit);
  await context.db
    .updateTable('demandNotice')
    .set({ opensOn, answerBy: daysAfter(opensOn, answerDays) })
    .where('tenantId', '=', context.tenant)
    .where('id', '=', noticeId)
    .where('opensOn', 'is', null)
    .execute();
  await countIntake(context);
}

/** What a new day brings to published demand: who let the day of answering pass is silent, and paused. */
export async function passIntakeDay(kernel: Kernel): Promise<void> {
  for (const home of await schoolHomes(kernel)) {
    await asSystem<WorkforceTables, void>(kernel, home, async (context) => {
      let paused = 0;
      for (const [state, silentSide] of [
        ['published', 'school'],
        ['offered', 'enterprise'],
      ] as const) {
        const done = await context.db
          .updateTable('demandNotice')
          .set({ state: 'paused', silentSide, changedAt: context.now })
          .where('tenantId', '=', home)
          .where('state', '=', state)
          .where('answerBy', '<', context.today)
          .returning(['id', 'enterpriseId'])
          .execute();
        paused += done.length;
        for (const { id: noticeId, enterpriseId } of done)
          await context.emit('demand.paused', { noticeId, enterpriseId });
      }
      const known = await context.db
        .selectFrom('schoolIntake')
        .select('nextFreeOn')
        .where('tenantId', '=', home)
        .executeTakeFirst();
      if (paused > 0 || (known !== undefined && known.nextFreeOn < context.today)) await countIntake(context);
    });
  }
}

export const getIntake = operation(contract.intake.get, async (ctx) => {
  const { monthlyLimit, answerDays, opinionsRequired, nextFreeOn, pausedOn } = await intakeOf(ctx);
  const { waiting } = await ctx.db
    .selectFrom('demandNotice')
    .select((eb) => eb.fn.countAll<number>().as('waiting'))
    .where((eb) =>
      eb.or([
        eb('state', '=', 'published'),
        eb.and([eb('state', '=', 'paused'), eb('silentSide', '=', 'school')]),
      ]),
    )
    .executeTakeFirstOrThrow();
  return { monthlyLimit, answerDays, opinionsRequired, nextFreeOn, pausedOn, waiting: Number(waiting) };
});

export const putIntake = operation(contract.intake.put, async (ctx, input) => {
  await keepIntake(ctx, input);
  await countIntake(ctx);
  ctx.audit(ctx.tenant, input);
  return { ok: true as const };
});

/** Partner schools as an enterprise sees them before it publishes. */
export async function partnerSchools<Tables>(ctx: TransactionContext<Tables>) {
  const ids = await partnersOf(ctx.transaction, ctx.today);
  const rows = await ownDb(ctx)
    .selectFrom('schoolIntake')
    .selectAll()
    .where('tenantId', 'in', [...ids, noId])
    .execute();
  const names = await organisationNames(ctx, ids);
  return ids.map((id) => {
    const row = rows.find(({ tenantId }) => tenantId === id);
    return {
      id,
      name: names.get(id)?.name ?? '',
      nameEn: names.get(id)?.nameEn ?? '',
      answerDays: row?.answerDays ?? defaultIntake.answerDays,
      nextFreeOn: row === undefined || row.nextFreeOn < ctx.today ? ctx.today : row.nextFreeOn,
      pausedOn: row?.pausedOn ?? null,
    };
  });
}

export const listDemandSchools = operation(contract.intake.schools, (ctx) => partnerSchools(ctx));
