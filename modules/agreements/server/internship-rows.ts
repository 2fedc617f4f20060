import type { TransactionContext } from '@dualtrack/platform/operation';
import type { Side } from '../agreement.ts';
import type { InternshipRow } from '../contract/internships.ts';
import { slotsOfPerson, whyNotSlot } from '../sign-slots.ts';
import { judgeAgreement } from './agreement-law.ts';
import { missingIn } from './internship-answers.ts';
import { ownDb } from './own-db.ts';
import { type SigningPlan, signingPlan } from './signing-slots.ts';
import { sourceOf } from './template-source.ts';

type Made = NonNullable<InternshipRow['agreement']>;

/** When each of the parties signed; the guardian only where there is one. */
export function signedIn(plan: SigningPlan): Made['signed'] {
  const of = (field: string) => {
    const own = plan.slots.filter(
      (slot) => slot.field === field || (slot.side !== 'third' && slot.side === field),
    );
    const whole = own.length > 0 && own.every((slot) => slot.state === 'signed');
    const last = own
      .map((slot) => slot.signedAt?.toISOString() ?? '')
      .sort()
      .at(-1);
    return whole && last ? last : null;
  };
  const hasGuardian = plan.slots.some((slot) => slot.field === 'guardian');
  return {
    ...{ school: of('school'), enterprise: of('enterprise'), student: of('student') },
    ...(hasGuardian ? { guardian: of('guardian') } : {}),
  };
}

/** Tripartite agreements that the context sees, with the student each is about; newest first. */
export async function internshipAgreements<Tables>(
  context: TransactionContext<Tables>,
  only: { classId?: string; studentId?: string; agreementId?: string } = {},
) {
  let query = ownDb(context)
    .selectFrom('agreementStudent as s')
    .innerJoin('agreement as a', (join) =>
      join.onRef('a.tenantId', '=', 's.tenantId').onRef('a.id', '=', 's.agreementId'),
    )
    .selectAll('a')
    .select([
      ...(['s.studentId', 's.studentName', 's.guardianName', 's.placementId', 's.classId'] as const),
      ...(['s.className', 's.postTitle', 's.postTitleEn'] as const),
    ])
    .orderBy('a.createdAt', 'desc')
    .orderBy('a.id');
  if (only.classId !== undefined) query = query.where('s.classId', '=', only.classId);
  if (only.studentId !== undefined) query = query.where('s.studentId', '=', only.studentId);
  if (only.agreementId !== undefined) query = query.where('s.agreementId', '=', only.agreementId);
  return query.execute();
}
export type InternshipAgreement = Awaited<ReturnType<typeof internshipAgreements>>[number];

/** Wording and confirmations of agreements: id → version of the text, and whether a side has confirmed all of it. */
export async function wordingOf<Tables>(context: TransactionContext<Tables>, ids: readonly string[]) {
  if (ids.length === 0) return () => ({ version: 0, school: false, enterprise: false });
  const sections = await ownDb(context)
    .selectFrom('agreementSection')
    .select(['agreementId', 'clause', 'revision'])
    .where('agreementId', 'in', [...ids])
    .execute();
  const marks = await ownDb(context)
    .selectFrom('agreementConfirmation')
    .select(['agreementId', 'clause', 'side', 'revision'])
    .where('agreementId', 'in', [...ids])
    .execute();
  const seen = new Set(marks.map((one) => `${one.agreementId} ${one.clause} ${one.side} ${one.revision}`));
  return (id: string) => {
    const own = sections.filter((one) => one.agreementId === id);
    const whole = (side: Side) =>
      own.length > 0 && own.every((one) => seen.has(`${id} ${one.clause} ${side} ${one.revision}`));
    return {
      version: own.reduce((sum, one) => sum + one.revision, 0),
      ...{ school: whole('school'), enterprise: whole('enterprise') },
    };
  };
}

async function unlawfulIn<Tables>(context: TransactionContext<Tables>, row: InternshipAgreement) {
  const { findings } = await judgeAgreement(context, row, 'zh-CN');
  return findings.filter((one) => one.isBlocking).length;
}

/** One agreement as the offices see it in the list of a class. */
export async function madeView<Tables>(
  context: TransactionContext<Tables>,
  row: InternshipAgreement,
  wording: { version: number; school: boolean; enterprise: boolean },
  reader: { side: Side | null; name: string },
): Promise<Made> {
  const plan = await signingPlan(context, row);
  const own = slotsOfPerson(plan.slots, reader);
  const isOpen = (slot: (typeof own)[number]) => whyNotSlot(plan.slots, slot, plan, context.today) === null;
  return {
    ...{ id: row.id, number: row.number, state: row.state, version: wording.version },
    unlawful: row.state === 'negotiating' ? await unlawfulIn(context, row) : 0,
    missing: row.state === 'negotiating' ? missingIn(await sourceOf(context, row.id)) : [],
    confirmed: { school: wording.school, enterprise: wording.enterprise },
    signed: signedIn(plan),
    digest: row.documentDigest,
    isOwnTurn: row.state === 'signing' && own.some(isOpen),
  };
}
