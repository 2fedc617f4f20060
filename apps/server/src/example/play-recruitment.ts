import { contract as classes } from '@dualtrack/order-classes/contract';
import type { Cycle } from './cycle.ts';
import type { Stage } from './stage.ts';

const office = 'office@yizhou.example';
const student = 'student@yizhou.example';
const graduate = 'graduate@yizhou.example';

/** A plain one-page PDF for papers of the example; it says what it is. */
const paper = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 420 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj
4 0 obj<</Length 60>>stream
BT /F 14 Tf 40 120 Td (Illustrative example: a resume) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>
%%EOF
`;

/** Whether the student who can sign in is among those who apply. */
export function studentApplies({ applications }: Cycle): boolean {
  return applications.some((one) => one.studentNumber === '202503006');
}

/** The information session of a campaign, planned on its first day for the day before choices close. */
export async function playBriefing(stage: Stage, cycle: Cycle, classId: string): Promise<void> {
  const { applicationsFrom, applicationsTo } = cycle.orderClass;
  const day = new Date(Date.parse(`${applicationsTo}T06:00:00Z`) - 86_400_000);
  const [planned] = await stage.act(classes.briefings.add, office, applicationsFrom, {
    ...{ classId, startsAt: day.toISOString(), minutes: 60, place: '伊州职业技术学院报告厅', link: '' },
    ...{ places: 120, schoolHost: '周敏', enterpriseHost: '胡美玲' },
  });
  if (planned !== undefined && studentApplies(cycle))
    await stage.act(classes.briefings.signUp, student, applicationsFrom, {
      briefingId: planned.id,
      comes: true,
    });
}

/** A paper of the student who can sign in; under age, so that it waits for the guardian. */
export async function playDocument(stage: Stage, cycle: Cycle, classId: string): Promise<void> {
  await stage.act(classes.documents.add, student, cycle.orderClass.applicationsFrom, {
    ...{ classId, kind: 'certificate' as const },
    file: new File([paper], '电工操作证（示例）.pdf', { type: 'application/pdf' }),
  });
}

/** An appeal of the graduate's own class, refused with a reason, as its history shows. */
export async function playAppeal(stage: Stage, classId: string, on: string): Promise<void> {
  const { whyNot } = await stage.act(classes.appeals.mine, graduate, on, { classId });
  if (whyNot !== null) return;
  const { appeals } = await stage.act(classes.appeals.make, graduate, on, {
    ...{ classId, reason: '我的设备点检成绩没有计入专业基础分，请复核。' },
  });
  const appealId = appeals[0]?.id;
  if (appealId === undefined) return;
  await stage.act(classes.appeals.decide, office, on, {
    ...{ appealId, result: null },
    reason: '经复核，点检成绩已按标准计入专业基础分，原结果不变。',
  });
}
