import { notFound } from '@dualtrack/platform/errors';
import { saveFile, storedFile } from '@dualtrack/platform/files';
import { newId } from '@dualtrack/platform/ids';
import { homeOf, operationsOn, type TransactionContext } from '@dualtrack/platform/operation';
import { sql } from 'kysely';
import { obligationsContract as contract } from '../contract/obligations.ts';
import { measureOf } from '../due.ts';
import { officeSide } from './obligation-changes.ts';
import { obligationsView } from './obligation-view.ts';
import { ownDb } from './own-db.ts';
import { recordFact } from './record-fact.ts';
import type { AgreementsTables } from './tables.ts';

const operation = operationsOn<AgreementsTables>();

export const giveEvidence = operation(contract.giveEvidence, async (ctx, input) => {
  const side = officeSide(ctx);
  const { agreementId, obligationId, amount, whole, happenedOn, note, classId = null } = input;
  if (happenedOn > ctx.today) throw ctx.refuse('evidence.day-ahead');
  const bytes = new Uint8Array(await input.file.arrayBuffer());
  const home = await homeOf(ctx, 'agreement', agreementId);
  await ctx.inHome(home, async (inner) => {
    const obligation = await inner.db
      .selectFrom('obligation')
      .select(['enterpriseId', 'metric'])
      .where('id', '=', obligationId)
      .where('agreementId', '=', agreementId)
      .executeTakeFirst();
    if (obligation === undefined) throw notFound('obligation');
    if (measureOf(obligation.metric) === 'share' && (whole === 0 || amount > whole)) {
      throw ctx.refuse('evidence.share-over-whole');
    }
    // What is shown for one class must not count for the others too.
    const classes = await owedFor(inner, obligationId);
    if (classId === null ? classes.length > 0 : !classes.includes(classId)) {
      throw ctx.refuse('evidence.class-missing');
    }
    const { enterpriseId } = obligation;
    const { name, type } = input.file;
    const mediaType = type || 'application/octet-stream';
    const file = await saveFile(inner, { name, mediaType, bytes, enterpriseId });
    const id = newId();
    await inner.db
      .insertInto('obligationEvidence')
      .values({
        ...{ tenantId: inner.tenant, enterpriseId, id, agreementId, obligationId, classId },
        ...{ fileId: file.id, fileName: name, amount, whole, happenedOn, note, side, state: 'given' },
        ...{ answer: '', givenBy: ctx.actor.personId, givenName: ctx.actor.name, givenAt: inner.now },
        ...{ answeredName: '', answeredAt: null },
      })
      .execute();
    ctx.audit(agreementId, { evidence: id });
  });
  return obligationsView(ctx, agreementId);
});

/** The classes for each of which a duty is owed. */
async function owedFor<Tables>(context: TransactionContext<Tables>, obligationId: string): Promise<string[]> {
  const rows = await ownDb(context)
    .selectFrom('obligationDue')
    .select('classId')
    .distinct()
    .where('obligationId', '=', obligationId)
    .where('classId', 'is not', null)
    .execute();
  return rows.flatMap((row) => row.classId ?? []);
}

const states = { accept: 'accepted', refuse: 'refused', withdraw: 'withdrawn' } as const;

/** Evidence that the other side has accepted is a fact like any that a room reports. */
export const answerEvidence = operation(contract.answerEvidence, async (ctx, input) => {
  const side = officeSide(ctx);
  const { agreementId, evidenceId } = input;
  const home = await homeOf(ctx, 'agreement', agreementId);
  await ctx.inHome(home, async (inner) => {
    const row = await inner.db
      .selectFrom('obligationEvidence as e')
      .innerJoin('obligation as o', (join) =>
        join.onRef('o.tenantId', '=', 'e.tenantId').onRef('o.id', '=', 'e.obligationId'),
      )
      .select(['e.side', 'e.amount', 'e.whole', 'e.happenedOn', 'e.fileName', 'e.classId', 'e.enterpriseId'])
      .select(['o.metric', 'o.key'])
      .where('e.id', '=', evidenceId)
      .where('e.agreementId', '=', agreementId)
      .executeTakeFirst();
    if (row === undefined || (row.side === side) !== (input.answer === 'withdraw')) {
      throw ctx.refuse('obligation.not-your-side');
    }
    const answered = await inner.db
      .updateTable('obligationEvidence')
      .set({
        ...{ state: states[input.answer], answer: input.reason },
        ...{ answeredName: ctx.actor.name, answeredAt: inner.now },
      })
      .where('id', '=', evidenceId)
      .where('state', '=', 'given')
      .executeTakeFirst();
    if (answered.numUpdatedRows === 0n) throw ctx.refuse('obligation.answered');
    ctx.audit(agreementId, { evidence: evidenceId, answer: input.answer });
    if (input.answer !== 'accept') return;
    const { enterpriseId, metric, key: onlyKey, amount, whole, happenedOn, classId, fileName } = row;
    await recordFact(inner, [
      {
        ...{ agreementId, enterpriseId, metric, amount, whole, happenedOn, classId, onlyKey },
        source: { module: 'evidence', recordId: evidenceId, version: inner.now.getTime() },
        ...{
          label: fileName,
          labelEn: fileName,
          path: `/api/agreements/${agreementId}/evidence/${evidenceId}/file`,
        },
      },
    ]);
  });
  return obligationsView(ctx, agreementId);
});

export const evidenceFile = operation(contract.evidenceFile, async (ctx, input) => {
  const row = await ctx.db
    .selectFrom('obligationEvidence')
    .select('fileId')
    .where('id', '=', input.evidenceId)
    .where('agreementId', '=', input.agreementId)
    .executeTakeFirst();
  if (row === undefined) throw notFound('evidence');
  return storedFile(ctx, row.fileId);
});

/** The facts behind one figure: the same rows that were counted. */
export const listFacts = operation(contract.facts, async (ctx, input) => {
  const due = await ctx.db
    .selectFrom('obligationDue as d')
    .innerJoin('obligation as o', (join) =>
      join.onRef('o.tenantId', '=', 'd.tenantId').onRef('o.id', '=', 'd.obligationId'),
    )
    .select([
      'd.tenantId',
      'd.countsFrom',
      'd.countsTo',
      'd.classId',
      'd.achieved',
      'd.whole',
      'o.metric',
      'o.key',
    ])
    .where('d.agreementId', '=', input.agreementId)
    .where('d.obligationId', '=', input.obligationId)
    .where('d.dueKey', '=', input.dueKey)
    .executeTakeFirst();
  if (due === undefined) throw notFound('obligation');
  const last = [due.countsTo, ctx.today].sort()[0] ?? ctx.today;
  let query = ctx.db
    .selectFrom('obligationFact')
    .select(['happenedOn', 'amount', 'whole', 'label', 'labelEn', 'path', 'sourceModule', 'sourceRecord'])
    .where('agreementId', '=', input.agreementId)
    .where('metric', '=', due.metric)
    .where('happenedOn', '>=', due.countsFrom)
    .where('happenedOn', '<=', last)
    .where((eb) => eb.or([eb('onlyKey', 'is', null), eb('onlyKey', '=', due.key)]))
    .where(sql<boolean>`(amount <> 0 or whole <> 0)`);
  const { classId } = due;
  if (classId !== null) {
    query = query.where((eb) => eb.or([eb('classId', 'is', null), eb('classId', '=', classId)]));
  }
  const rows = await query
    .orderBy('happenedOn')
    .orderBy('label')
    .orderBy('sourceRecord')
    .limit(2_000)
    .execute();
  return {
    items: rows.map(({ sourceModule, sourceRecord, ...row }) => ({
      ...row,
      source: sourceModule,
      record: sourceRecord,
    })),
    achieved: due.achieved,
    whole: due.whole,
  };
});
