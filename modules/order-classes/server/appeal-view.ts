import type { OperationContext, TransactionContext } from '@dualtrack/platform/operation';
import { type AppealAction, type AppealResult, appealActions, whyNotAppeal } from '../appeal.ts';
import type { Appeal } from '../contract/appeals.ts';
import { ownDb } from './class-doors.ts';
import type { OrderClassesTables } from './tables.ts';

type Context = OperationContext<OrderClassesTables>;
type Reader = Context['actor'];

/** Appeals of a class with their histories, newest first; `studentId` for one student's own. */
export async function appealsOf<Tables>(
  context: TransactionContext<Tables>,
  reader: Reader,
  classId: string,
  studentId?: string,
): Promise<Appeal[]> {
  const db = ownDb(context);
  let query = db
    .selectFrom('classAppeal as e')
    .innerJoin('application as a', (join) =>
      join.onRef('a.tenantId', '=', 'e.tenantId').onRef('a.id', '=', 'e.applicationId'),
    )
    .select(['e.id', 'e.studentName', 'e.state', 'e.result', 'e.seatId', 'a.choices'])
    .where('e.classId', '=', classId)
    .orderBy('e.madeAt', 'desc')
    .orderBy('e.id');
  if (studentId !== undefined) query = query.where('e.studentId', '=', studentId);
  const isHost = reader.kind === 'enterprise';
  // What was not granted is between the student and the school.
  if (isHost) query = query.where('e.result', 'in', ['re-score', 'extra-seat']);
  const rows = await query.execute();
  if (rows.length === 0) return [];
  const steps = await db
    .selectFrom('appealStep')
    .selectAll()
    .where(
      'appealId',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    ...row,
    choices: isHost ? row.choices.filter((id) => id === row.seatId) : row.choices,
    steps: steps
      .filter((step) => step.appealId === row.id && !(isHost && step.action === 'make'))
      .map(({ action, byRole, byName, note, result, seatId, oldScore, newScore, at }) => ({
        action: knownAction(action),
        ...{ byRole, byName, note, result, seatId, oldScore, newScore, at: at.toISOString() },
      })),
    abilities: Object.fromEntries(
      appealActions.map((action) => [action, whyNotAppeal(row, reader, action)]),
      // Every action is there, because the list of actions was mapped.
    ) as Appeal['abilities'],
  }));
}

function knownAction(word: string): 'make' | AppealAction {
  return appealActions.find((one) => one === word) ?? 'make';
}

type Step = {
  action: 'make' | AppealAction;
  note: string;
  result?: AppealResult | null;
  seatId?: string | null;
  oldScore?: number | null;
  newScore?: number | null;
};

/** Writes the next step of an appeal's history; the appeal's row is locked by the caller. */
export async function keepStep(
  ctx: Context,
  appeal: { id: string; tenantId: string; enterpriseId: string },
  step: Step,
): Promise<void> {
  const { position } = await ctx.db
    .selectFrom('appealStep')
    .select(({ fn }) => fn.countAll<number>().as('position'))
    .where('appealId', '=', appeal.id)
    .executeTakeFirstOrThrow();
  const { tenantId, enterpriseId, id: appealId } = appeal;
  const { role: byRole, name: byName, personId: byPerson } = ctx.actor;
  await ctx.db
    .insertInto('appealStep')
    .values({
      ...{ tenantId, enterpriseId, appealId, position: Number(position), byRole, byName, byPerson },
      ...{ result: null, seatId: null, oldScore: null, newScore: null, ...step, at: ctx.now },
    })
    .execute();
}
