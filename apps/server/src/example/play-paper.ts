import { contract as agreements } from '@dualtrack/agreements/contract';
import type { Stage } from './stage.ts';

const office = 'office@yizhou.example';
const hr = 'hr@dingyuan.example';

/**
 * An agreement that was signed on paper before the product came, entered by the school: the enterprise has confirmed one
 * of its duties, disputes another and has not looked at the third.
 */
export async function playPaper(stage: Stage, homes: { enterprise: string }): Promise<void> {
  const yearly = { clause: '', cadence: 'yearly' as const, dueOn: '2027-08-31' };
  const { id: agreementId } = await stage.act(agreements.register, office, '2026-09-07', {
    partnerId: homes.enterprise,
    title: '教师实践与职工培训合作协议（纸质）',
    titleEn: 'Agreement on teacher practice and staff training (on paper)',
    ...{ validFrom: '2025-09-01', validTo: '2027-08-31', source: '学院档案室，2025年第14卷' },
    facts: {
      ...{ persons: [], ceremony: null, baseName: null, statements: [], decisions: [] },
      parties: [
        { side: 'school', name: { zh: '伊州职业技术学院', en: null } },
        { side: 'enterprise', name: { zh: '定远新材料集团有限公司', en: null } },
      ],
      obligations: [
        {
          side: 'enterprise',
          words: {
            zh: '每年接收专任教师实践不少于60人天',
            en: 'Takes teachers for 60 days of practice a year',
          },
          duty: {
            ...yearly,
            clause: '第三条',
            metric: 'teacher-practice-days',
            owedBy: 'enterprise',
            target: 60,
          },
        },
        {
          side: 'school',
          words: { zh: '每年为企业培训职工不少于200人天', en: 'Trains staff for 200 person-days a year' },
          duty: { ...yearly, clause: '第四条', metric: 'staff-training-days', owedBy: 'school', target: 200 },
        },
        {
          side: 'school',
          words: { zh: '每年召开合作会议两次', en: 'Two meetings a year' },
          duty: { ...yearly, clause: '第七条', metric: 'meetings-held', owedBy: 'both', target: 2 },
        },
        { side: 'school', words: { zh: '同等条件下优先推荐毕业生', en: 'Recommends graduates first' } },
      ],
    },
  });
  const reason = '原件第四条写的是150人天';
  const answered = { agreementId, numbers: [1], answer: 'confirm' as const };
  await stage.act(agreements.obligations.answerRecorded, hr, '2026-09-09', answered);
  const disputed = { agreementId, numbers: [2], answer: 'dispute' as const, reason };
  await stage.act(agreements.obligations.answerRecorded, hr, '2026-09-09', disputed);
}
