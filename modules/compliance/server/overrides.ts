import { newId } from '@dualtrack/platform/ids';
import type { TransactionContext } from '@dualtrack/platform/operation';
import { type OverrideAction, overrideTransitions, whyNotOverride } from '../override.ts';
import type { LintFinding, LintOverride } from '../shapes.ts';
import type { JudgedFor } from './lint-terms.ts';
import { ownDb } from './own-db.ts';
import type { ComplianceTables } from './tables.ts';

type Row = Awaited<ReturnType<typeof overridesOf>>[number];

/** Requests within a scope, newest first. */
async function overridesOf<Tables>(context: TransactionContext<Tables>, scopeId: string) {
  return ownDb(context)
    .selectFrom('termsOverride')
    .selectAll()
    .where('scopeId', '=', scopeId)
    .orderBy('askedAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/**
 * Findings with what was asked and decided of each. One that was set aside for exactly these words does not block; a
 * request on other words of the clause is shown as lapsed and helps nobody.
 */
export async function withOverrides<Tables>(
  context: TransactionContext<Tables>,
  scopeId: string,
  findings: readonly LintFinding[],
  reader: JudgedFor['reader'],
): Promise<LintFinding[]> {
  const rows = findings.some((one) => one.digest !== null) ? await overridesOf(context, scopeId) : [];
  return findings.map((finding) => {
    const { rule, clause, digest, isBlocking } = finding;
    const own = digest === null ? [] : rows.filter((row) => row.rule === rule && row.clause === clause);
    const same = own.filter((row) => row.digest === digest);
    const latest = same.find(isOpen) ?? same[0];
    const before = own.find((row) => row.state === 'granted');
    const facts = { restsOnWords: digest !== null, latest: latest ?? null };
    const whyNot = (action: OverrideAction) => (reader ? whyNotOverride(facts, reader, action) : null);
    return {
      ...finding,
      isBlocking: isBlocking && latest?.state !== 'granted',
      override: latest ? viewOf(latest, false) : before ? viewOf(before, true) : null,
      abilities:
        reader === undefined
          ? null
          : {
              ...{ ask: whyNot('ask'), grant: whyNot('grant') },
              ...{ refuse: whyNot('refuse'), withdraw: whyNot('withdraw') },
            },
    };
  });
}

/** There is at most one of these on the same words. */
const isOpen = ({ state }: Row) => state === 'asked' || state === 'granted';

function viewOf(row: Row, isLapsed: boolean): LintOverride {
  return {
    ...{ id: row.id, state: row.state, isLapsed, reason: row.reason },
    ...{ askedBy: row.askedByName, askedAt: row.askedAt.toISOString() },
    ...{ decidedBy: row.decidedByName, decidedAt: row.decidedAt?.toISOString() ?? null },
    note: row.decisionNote,
  };
}

/** A person as the record of a request names them. */
export type OverrideHand = { personId: string; name: string };

/** What a request is about: a finding with its words, in an agreement. */
export type OverrideSubject = {
  enterpriseId: string;
  agreementId: string;
  agreementTitle: string;
  about?: { classId: string } | undefined;
  clauseTitle: string;
  finding: LintFinding;
};

/** Keeps a request, in the school's home; false when another one on the same words is open. Rights are the caller's to ask for. */
export async function askToSetAside<Tables>(
  context: TransactionContext<Tables>,
  { finding, about, ...subject }: OverrideSubject,
  reason: string,
  hand: OverrideHand,
): Promise<boolean> {
  const { clause, rule, digest, passages } = finding;
  if (clause === null || digest === null) throw new Error('a finding that does not rest on words');
  const put = await ownDb(context)
    .insertInto('termsOverride')
    .values({
      ...{
        tenantId: context.tenant,
        id: newId(),
        scopeId: about?.classId ?? subject.agreementId,
        ...subject,
      },
      ...{ clause, rule, digest, passages: JSON.stringify(passages), reason, state: 'asked' },
      ...{ askedBy: hand.personId, askedByName: hand.name, askedAt: context.now },
      ...{ decidedBy: null, decidedAt: null, withdrawnAt: null },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return put.numInsertedOrUpdatedRows === 1n;
}

/** Moves a request; false when it is no longer where the table wants it. Rights are the caller's to ask for. */
export async function moveOverride<Tables>(
  context: TransactionContext<Tables>,
  overrideId: string,
  action: Exclude<OverrideAction, 'ask'>,
  hand: OverrideHand,
  note = '',
): Promise<boolean> {
  const { from, to, byAsker } = overrideTransitions[action];
  const decided = {
    ...{ decidedBy: hand.personId, decidedByName: hand.name },
    ...{ decidedAt: context.now, decisionNote: note },
  };
  const taken = { withdrawnByName: hand.name, withdrawnAt: context.now };
  let query = ownDb(context)
    .updateTable('termsOverride')
    .set({ state: to, ...(action === 'withdraw' ? taken : decided) })
    .where('id', '=', overrideId)
    .where(
      'state',
      'in',
      from.filter((state) => state !== null),
    );
  if (!byAsker) query = query.where('askedBy', '<>', hand.personId);
  return (await query.executeTakeFirst()).numUpdatedRows === 1n;
}

/** All requests on agreements of a class, or on the agreement under which it was formed; oldest first. */
export async function overridesOfClass(
  context: TransactionContext<ComplianceTables>,
  classId: string,
): Promise<Row[]> {
  const row = await context.db
    .selectFrom('complianceClass')
    .select('agreementId')
    .where('classId', '=', classId)
    .executeTakeFirst();
  return context.db
    .selectFrom('termsOverride')
    .selectAll()
    .where('scopeId', 'in', [classId, ...(row?.agreementId ? [row.agreementId] : [])])
    .orderBy('askedAt')
    .orderBy('id')
    .execute();
}
