import { contract as agreements } from '@dualtrack/agreements/contract';
import { contract as ceremonies } from '@dualtrack/ceremonies/contract';
import { dayOf } from '@dualtrack/platform/clock';
import { signingGuests as guests } from './signing-guests.ts';
import type { Stage } from './stage.ts';

const hr = 'hr@dingyuan.example';
const office = 'office@yizhou.example';
const on = '2026-11-20';

const plaque = { plaque: '定远技能大师工作室', plaqueEn: 'Dingyuan Master Craftsman Studio' };
const memorandum = {
  title: '伊州职业技术学院与定远新材料集团有限公司共建技能大师工作室备忘录',
  titleEn:
    'Memorandum between Yizhou Vocational and Technical College and Dingyuan New Materials Group on a Master Craftsman Studio',
  given: {
    schoolContact: '方晓雯',
    enterpriseContact: '苏文博',
    intents: [
      {
        subject: { zh: '师徒结对', en: 'Masters and apprentices' },
        explanation: {
          zh: '企业技能大师每学期带教不少于六名学生',
          en: "each term the enterprise's masters teach at least six students",
        },
      },
      {
        subject: { zh: '教师实践', en: 'Practice for teachers' },
        explanation: {
          zh: '专业教师每年到工作室实践不少于四周',
          en: 'teachers of the programmes work in the studio for at least four weeks a year',
        },
      },
    ],
    steps: [
      {
        work: { zh: '工作室场地改造', en: 'Fitting out of the room' },
        owner: { zh: '甲方', en: 'the school' },
        due: '2027-02-26',
      },
    ],
  },
};

/** Who speaks at which item, about what, from which text. All invented. */
const talks: Readonly<
  Record<string, { by: readonly string[]; topics?: { zh: string; en: string }[]; speech?: [string, string] }>
> = {
  opening: { by: ['方晓雯'] },
  'introduction-of-guests': { by: ['方晓雯'] },
  'enterprise-presentation': {
    by: ['沈立成'],
    topics: [{ zh: '二期项目与技能人才', en: 'phase II and skilled people' }],
  },
  'school-presentation': {
    by: ['林知远'],
    topics: [{ zh: '双师型教师队伍', en: 'teachers who master the trade' }],
    speech: [
      '各位来宾、同事们：\n工作室设在学校，师傅来自车间。我们愿把最好的场地和最有干劲的学生交给它。\n谢谢大家。',
      'Dear guests and colleagues,\nThe studio stands in the school, its masters come from the workshop. We give it our best room and our keenest students.\nThank you.',
    ],
  },
  signing: { by: ['林知远', '沈立成'] },
  unveiling: { by: ['林知远', '沈立成'] },
};

type Guests = typeof guests.school;

/** The same guests with another presider: the host's. */
const presidedBy = (name: string, all: Guests): Guests =>
  all.map((guest) => {
    if (guest.name === name) return { ...guest, duty: 'presider' };
    return guest.duty === 'presider' ? { ...guest, duty: 'witness' } : guest;
  });

/** Three weeks from today, on a working day. */
function comingDay(stage: Stage): string {
  const { clock, config } = stage.kernel;
  const weekday = new Date(`${dayOf(clock.now(), config.timeZone)}T00:00:00Z`);
  weekday.setUTCDate(weekday.getUTCDate() + 21);
  while ([0, 6].includes(weekday.getUTCDay())) weekday.setUTCDate(weekday.getUTCDate() + 1);
  return weekday.toISOString().slice(0, 10);
}

/** Plans a ceremony that is still to come: a memorandum under negotiation, guests, agenda, a checklist half done. */
export async function playComing(stage: Stage, enterpriseId: string): Promise<void> {
  const { act } = stage;
  const { id: agreementId } = await act(agreements.create, office, on, {
    ...memorandum,
    ...{ partnerId: enterpriseId, template: { kind: 'memorandum' }, route: 'negotiated' },
    ...{ validFrom: '2026-12-01', validTo: '2028-11-30', signer: '林知远', signerPost: '校长' },
  });
  const party = await act(agreements.ownParty, hr, on, { agreementId });
  await act(agreements.setParty, hr, on, { ...party, agreementId, signer: '沈立成', signerPost: '董事长' });
  const plan = {
    ...{
      heldOn: comingDay(stage),
      timeOfDay: 'morning' as const,
      beginsAt: '10:00',
      hostSide: 'school' as const,
    },
    ...{
      place: '伊州职业技术学院图书馆报告厅（虚构）',
      placeEn: 'Lecture hall of the library, Yizhou College (invented)',
    },
  };
  const { id: ceremonyId } = await act(ceremonies.ceremonies.create, office, on, { ...plan, agreementId });
  const { paper, paperEn } = await act(ceremonies.ceremonies.get, office, on, { ceremonyId });
  await act(ceremonies.ceremonies.setPlan, office, on, {
    ...{ ceremonyId, revision: 1, ...plan, ...plaque, paper, paperEn },
  });
  await act(ceremonies.ceremonies.setGuests, office, on, {
    ...{ ceremonyId, side: 'school', revision: 1, guests: presidedBy('方晓雯', guests.school) },
  });
  const { guests: invited, agenda } = await act(ceremonies.ceremonies.setGuests, hr, on, {
    ...{ ceremonyId, side: 'enterprise', revision: 1, guests: presidedBy('方晓雯', guests.enterprise) },
  });
  const items = agenda.map(({ begunAt: _, position: __, ...item }) => ({ ...item }));
  const after = items.findIndex((item) => item.kind === 'signing') + 1;
  const plain = { title: '', titleEn: '', summary: '', summaryEn: '' };
  const unveiling = { ...plain, kind: 'unveiling' as const, minutes: 5 };
  await act(ceremonies.ceremonies.setAgenda, office, on, {
    ...{ ceremonyId, revision: 1 },
    items: [...items.slice(0, after), unveiling, ...items.slice(after)].map((item) => {
      const { by = [], topics = [], speech: [speech, speechEn] = ['', ''] } = talks[item.kind] ?? {};
      const speakerIds = invited.filter((guest) => by.includes(guest.name)).map((guest) => guest.id);
      return { ...item, speakerIds, topics, speech, speechEn };
    }),
  });
  await playChecklist(stage, ceremonyId);
}

/** Every task gets its owner; what comes first is done. */
async function playChecklist(stage: Stage, ceremonyId: string): Promise<void> {
  const { items } = await stage.act(ceremonies.followUps.list, office, on, { ceremonyId, page: 1, size: 50 });
  const byDay = [...items].sort((one, other) => (one.dueOn ?? '').localeCompare(other.dueOn ?? ''));
  for (const [index, { id: followUpId, title, side, dueOn }] of byDay.entries()) {
    const [who, owner] = side === 'school' ? [office, '方晓雯'] : [hr, '苏文博'];
    await stage.act(ceremonies.followUps.change, who, on, { followUpId, title, side, dueOn, owner });
    // The memorandum is still negotiated.
    if (index < 4) await stage.act(ceremonies.followUps.move, who, on, { followUpId, to: 'done' });
  }
}
