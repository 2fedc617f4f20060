import { contract as compliance } from '@dualtrack/compliance/contract';
import { recordFacts } from '@dualtrack/compliance/server';
import { recordAssessments, recordOutcomes } from '@dualtrack/outcomes/server';
import { asSystem } from '@dualtrack/platform/operation';
import { recordPlan } from '@dualtrack/rotations/server';
import type { Cycle } from './cycle.ts';
import { type Keys, readStaffNames } from './keys.ts';
import { lawfulFacts } from './lawful-facts.ts';
import type { Stage } from './stage.ts';

const office = 'office@yizhou.example';
type Homes = { school: string; enterprise: string };
type Span = { startsOn: string; endsOn: string };

/** Files what a lawful class would have on file, and has it checked. */
export async function playFacts(
  stage: Stage,
  homes: Homes,
  given: { classId: string; span: Span; isOver: boolean; on: string },
): Promise<void> {
  const facts = Object.entries(lawfulFacts(given.span, given.isOver)).map(([name, value]) => ({
    classId: given.classId,
    placementId: null,
    enterpriseId: homes.enterprise,
    name,
    value,
    source: { module: 'example', recordId: null },
  }));
  await asSystem(
    stage.kernel,
    homes.school,
    (context) => recordFacts(context, facts),
    new Date(`${given.on}T02:00:00Z`),
  );
  if (given.isOver) {
    await stage.act(compliance.classes.file, office, given.span.startsOn, {
      classId: given.classId,
      filing: {
        kind: 'filing',
        id: '示例备案〔2025〕12号',
        date: given.span.startsOn,
        approvedAt: given.span.startsOn,
        scope: ['high-risk', 'night'],
        placementIds: [],
        until: '2026-12-31',
        askedBy: '',
        grantedBy: '',
      },
    });
  }
  await stage.act(compliance.classes.check, office, given.on, { classId: given.classId });
}

/** What the host paid for each month of a class that has run, as agreed with each student. */
export async function playPayments(stage: Stage, classId: string, months: readonly string[]): Promise<void> {
  const payer = 'hr@dingyuan.example';
  const on = `${months.at(-1)}-28`;
  const { items } = await stage.act(compliance.payments.list, payer, on, { classId });
  await stage.act(compliance.payments.record, payer, on, {
    classId,
    payments: items
      .filter((one) => one.agreedPay !== null)
      .flatMap(({ placementId, agreedPay }) =>
        months.map((month) => ({
          ...{
            placementId,
            month,
            amount: agreedPay ?? 0,
            meals: 0,
            lodging: 0,
            payer: '',
            accountHolder: '',
          },
          ...{ paidOn: `${month}-28`, method: 'bank-transfer' as const, evidence: `示例银行回单 ${month}` },
        })),
      ),
  });
}

/** Brings in the rotation, marks and outcomes of the finished year. */
export async function playOutcomes(
  stage: Stage,
  homes: Homes,
  cycle: Cycle,
  keys: Keys,
  given: { classId: string; baseId: string },
): Promise<void> {
  const { rotation, base } = cycle;
  if (rotation === null) return;
  const at = new Date(`${rotation.publishedOn}T02:00:00Z`);
  const unitName = (code: string) => base.units.find((unit) => unit.id === code)?.name ?? code;
  const names = await readStaffNames(stage.kernel, homes.enterprise);
  const mentorName = (staffNumber: string) => names.get(staffNumber) ?? staffNumber;
  await asSystem(
    stage.kernel,
    homes.school,
    (context) =>
      recordPlan(context, {
        ...given,
        enterpriseId: homes.enterprise,
        name: `${cycle.orderClass.name} 轮岗`,
        region: '65',
        weeks: rotation.weeks,
        blocks: rotation.blocks.map((block) => ({
          studentId: keys('student', block.studentNumber),
          unitName: unitName(block.unit),
          workstationId: keys('workstation', block.stationId),
          staffId: keys('staff', block.mentor),
          start: block.start,
          weeks: block.weeks,
        })),
      }),
    at,
  );
  await asSystem(
    stage.kernel,
    homes.school,
    async (context) => {
      await recordAssessments(
        context,
        cycle.assessments.map((mark) => ({
          classId: given.classId,
          studentId: keys('student', mark.studentNumber),
          kind: 'mentor',
          unit: unitName(mark.unit),
          assessorName: mentorName(mark.mentor),
          score: mark.score,
          assessedOn: mark.on,
        })),
      );
      await recordOutcomes(
        context,
        cycle.outcomes.map((one) => ({
          classId: given.classId,
          studentId: keys('student', one.studentNumber),
          isTrained: one.trained,
          offeredOn: one.offeredOn,
          joinedOn: one.joinedOn,
          monthlyPay: one.monthlyPay,
          leftOn: one.leftOn,
          leftBy: one.leftOn === null ? null : 'graduate',
          leftReason: one.leftOn === null ? '' : '回原籍就业',
        })),
      );
    },
    new Date(`${cycle.asOf}T02:00:00Z`),
  );
}
