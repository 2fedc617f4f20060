import { contract as ceremonies } from '@dualtrack/ceremonies/contract';
import { keepPublicCeremony } from '@dualtrack/ceremonies/server';
import { asSystem, type Kernel } from '@dualtrack/platform/operation';
import { contract as bases } from '@dualtrack/training-bases/contract';
import type { Cycle } from './cycle.ts';
import type { CooperationRecord } from './record.ts';
import { signingGuests as guests } from './signing-guests.ts';
import type { Stage } from './stage.ts';

const hr = 'hr@dingyuan.example';
const office = 'office@yizhou.example';

/** Who speaks at which item, about what, and what the minutes say of it. All invented. */
const talks: Readonly<
  Record<
    string,
    { speakers: readonly string[]; topics?: readonly [string, string][]; said?: [string, string] }
  >
> = {
  opening: { speakers: ['苏文博'] },
  'introduction-of-guests': { speakers: ['苏文博'] },
  'enterprise-presentation': {
    speakers: ['沈立成'],
    topics: [
      ['产线规划', 'planned production lines'],
      ['用人需求', 'need for people'],
    ],
    said: [
      '二期投产后技术岗位缺口明显，与学校共同培养是企业稳定用工的根本办法。',
      'With phase II the group lacks technicians; training them together with the school is the lasting way to staff the lines.',
    ],
  },
  'school-presentation': {
    speakers: ['林知远'],
    topics: [
      ['专业建设', 'programmes'],
      ['师资队伍', 'teachers'],
      ['校外实训', 'training outside the school'],
    ],
    said: [
      '希望双方发挥各自优势，把课堂搬到车间，让学生学得会、留得住。',
      'Both sides should do what they do best and bring the classroom to the workshop, so that students learn the work and stay.',
    ],
  },
  signing: { speakers: ['林知远', '沈立成'] },
  unveiling: { speakers: ['林知远', '沈立成'] },
  discussion: {
    speakers: [],
    topics: [
      ['课程共建', 'courses to be built together'],
      ['带教师傅的选派', 'the choice of mentors'],
    ],
  },
};
const decisions = [
  { wording: '每学期召开一次联席会议', wordingEn: 'hold a joint meeting each term' },
  {
    wording: '企业每年选派带教师傅参加教学能力培训',
    wordingEn: 'send mentors to training in teaching every year',
  },
  { wording: '共同开发两门岗位课程', wordingEn: 'develop two workplace courses together' },
];

/** Plays the ceremony of the finished year: planned, held, minuted, its news released by both sides, and a meeting held. */
export async function playCeremony(
  stage: Stage,
  cycle: Cycle,
  place: { agreementId: string; baseId: string },
): Promise<void> {
  const { on, place: hall } = cycle.agreement.ceremony;
  const { id: ceremonyId } = await stage.act(ceremonies.ceremonies.create, office, on, {
    ...{ ...place, heldOn: on, timeOfDay: 'afternoon', beginsAt: '14:30', hostSide: 'enterprise' },
    ...{ place: hall, placeEn: 'Lecture hall of plant one, Dingyuan Group (invented)' },
  });
  await stage.act(ceremonies.ceremonies.setGuests, office, on, {
    ...{ ceremonyId, side: 'school', revision: 1, guests: guests.school },
  });
  const { guests: invited, agenda } = await stage.act(ceremonies.ceremonies.setGuests, hr, on, {
    ...{ ceremonyId, side: 'enterprise', revision: 1, guests: guests.enterprise },
  });
  await stage.act(ceremonies.ceremonies.setAgenda, office, on, {
    ...{ ceremonyId, revision: 1 },
    items: agenda.map(({ begunAt: _, position: __, ...item }) => ({
      ...item,
      speakerIds: (talks[item.kind]?.speakers ?? []).flatMap((name) =>
        invited.filter((guest) => guest.name === name).map((guest) => guest.id),
      ),
      topics: (talks[item.kind]?.topics ?? []).map(([zh, en]) => ({ zh, en })),
    })),
  });
  await stage.act(ceremonies.ceremonies.move, office, on, { ceremonyId, action: 'start' });
  await stage.act(ceremonies.ceremonies.control, office, on, { ceremonyId, revision: 0, press: 'unveil' });
  await stage.act(ceremonies.ceremonies.move, office, on, { ceremonyId, action: 'finish' });
  const held = await stage.act(ceremonies.ceremonies.setMinutes, office, on, {
    ...{ ceremonyId, revision: 1, decisions, minutesEn: '' },
    minutes: '双方按议程完成签约和揭牌，并就下一步合作交换意见，形成以下决定。',
    summaries: agenda.flatMap(({ id, kind }) => {
      const said = talks[kind]?.said;
      return said === undefined ? [] : [{ itemId: id, summary: said[0], summaryEn: said[1] }];
    }),
  });
  await playFollowUps(stage, ceremonyId, on);
  await stage.act(ceremonies.ceremonies.writeGuestBook, hr, on, {
    ...{ ceremonyId, name: '沈立成', post: '董事长', side: 'enterprise' },
    words: '校企同心，育人同行。',
  });
  await playNews(stage, held.id, on);
  await playTalk(stage, place.agreementId);
}

async function playFollowUps(stage: Stage, ceremonyId: string, on: string): Promise<void> {
  const { items } = await stage.act(ceremonies.followUps.list, office, on, { ceremonyId, page: 1, size: 50 });
  for (const { id } of items) {
    await stage.act(ceremonies.followUps.move, office, on, { followUpId: id, to: 'done' });
  }
  const agreed = [
    { title: '商定两门岗位课程的名称和课时', side: 'school', owner: '方晓雯', dueOn: '2026-12-05' },
    { title: '上报下一年度带教师傅培训名单', side: 'enterprise', owner: '苏文博', dueOn: '2026-11-28' },
    { title: '安排下学期联席会议', side: 'school', owner: '方晓雯', dueOn: '2026-11-16' },
  ] as const;
  for (const one of agreed) {
    const who = one.side === 'school' ? office : hr;
    await stage.act(ceremonies.followUps.add, who, on, { ceremonyId, ...one });
  }
}

/** Both sides release everything, then the drafted page. */
async function playNews(stage: Stage, ceremonyId: string, on: string): Promise<void> {
  const { items } = await stage.act(ceremonies.news.get, office, on, { ceremonyId });
  const keys = items.map((item) => item.key);
  for (const who of [office, hr]) {
    await stage.act(ceremonies.news.releaseItems, who, on, { ceremonyId, keys, isReleased: true });
  }
  const { revision } = await stage.act(ceremonies.news.draft, office, on, { ceremonyId, revision: 0 });
  for (const who of [office, hr]) {
    await stage.act(ceremonies.news.release, who, on, { ceremonyId, revision });
  }
}

const attendees: { side: 'school' | 'enterprise'; name: string; post: string; isPresent: boolean }[] = [
  { side: 'school', name: '方晓雯', post: '校企合作办公室主任', isPresent: true },
  { side: 'enterprise', name: '苏文博', post: '人力资源总监', isPresent: true },
];

async function playTalk(stage: Stage, agreementId: string): Promise<void> {
  const { id: meetingId } = await stage.act(ceremonies.meetings.create, office, '2026-03-02', {
    ...{ agreementId, title: '订单班阶段联席会议', startsAt: '2026-03-12T02:00:00Z', lengthMinutes: 90 },
    ...{ place: '定远大厦三楼会议室', agenda: ['实习情况通报', '岗位课程进度', '下一年度订单意向'] },
    attendees,
  });
  const on = '2026-03-12';
  await stage.act(ceremonies.meetings.move, office, '2026-03-13', { meetingId, action: 'hold' });
  const { revision, attendees: present } = await stage.act(ceremonies.meetings.get, office, on, {
    meetingId,
  });
  await stage.act(ceremonies.meetings.setMinutes, office, '2026-03-13', {
    ...{
      meetingId,
      revision,
      attendees: present,
      minutes: '双方通报了第一批学生的在岗情况，对带教安排表示满意。',
    },
    decisions: [{ wording: '下一年度继续共建订单班', wordingEn: 'continue with a class next year' }],
  });
  const { id: threadId } = await stage.act(ceremonies.discussion.open, hr, '2026-11-18', {
    ...{ agreementId, subject: '下学期联席会议的时间' },
    body: '@方晓雯 我们这边 12 月 8 日或 10 日下午都可以，贵校哪天方便？',
  });
  await stage.act(ceremonies.discussion.post, office, '2026-11-19', {
    threadId,
    body: '@苏文博 10 日下午合适，我先拟议程。',
  });
  await stage.act(ceremonies.meetings.create, office, '2026-11-19', {
    ...{ agreementId, title: '新学期校企联席会议', startsAt: '2026-12-10T06:30:00Z', lengthMinutes: 90 },
    ...{ place: '伊州职业技术学院行政楼', agenda: ['岗位课程开发', '带教师傅培训', '实训基地使用计划'] },
    attendees,
  });
}

/** Keeps the ceremony of a public record in full, with a base and a news page; nothing is added to what the record says. */
export async function playRecordCeremony(
  kernel: Kernel,
  stage: Stage,
  record: CooperationRecord,
  place: { keeper: string; home: string; enterpriseId: string; agreementId: string; source: string },
): Promise<string> {
  const { ceremony, base, agreement, statements } = record;
  const { id: baseId } = await stage.act(bases.create, place.keeper, base.unveiledOn, {
    ...{ agreementId: place.agreementId, name: base.name ?? base.nameEn, nameEn: base.nameEn },
    ...{ plaque: base.name ?? base.nameEn, unveiledOn: base.unveiledOn, note: '' },
  });
  const agenda = [...ceremony.agenda].sort((a, b) => a.order - b.order);
  const signers = new Set(agenda.find((item) => item.kind === 'signing')?.by);
  const { slug } = await asSystem(kernel, place.home, (context) =>
    keepPublicCeremony(context, {
      ...{ enterpriseId: place.enterpriseId, agreementId: place.agreementId, baseId, source: place.source },
      plan: {
        ...{ title: '', titleEn: '', heldOn: ceremony.on, timeOfDay: ceremony.timeOfDay, beginsAt: '' },
        ...{ place: '', placeEn: ceremony.placeEn, hostSide: 'enterprise', note: '' },
        ...{ paper: agreement.title ?? agreement.type, paperEn: agreement.titleEn },
        ...{ plaque: base.name ?? '', plaqueEn: base.nameEn },
      },
      guests: [
        ...record.persons.map((person) => ({
          ...{ ref: person.id, side: person.party, name: '', nameEn: person.nameEn },
          ...{ posts: [], postsEn: person.posts, isGroup: false },
          duty:
            person.id === ceremony.presider
              ? ('presider' as const)
              : signers.has(person.id)
                ? ('signer' as const)
                : ('guest' as const),
        })),
        ...ceremony.alsoPresent.map((group, index) => ({
          ...{ ref: `group-${index}`, side: group.party, name: '', nameEn: group.who },
          ...{ posts: [], postsEn: [], duty: 'guest' as const, isGroup: true },
        })),
      ],
      agenda: agenda.map((item) => {
        // What somebody stated belongs to the item at which that person alone spoke.
        const said = statements.find((one) => item.by.length === 1 && item.by[0] === one.by);
        const isTalk = item.kind.endsWith('presentation');
        return {
          ...{ kind: item.kind, speakers: item.by, summary: '' },
          topics: (item.topics ?? []).map((en) => ({ zh: '', en })),
          summaryEn: isTalk ? (said?.summaryEn ?? '') : '',
        };
      }),
      decisions: record.decisions.map((one) => ({ wording: '', wordingEn: one.textEn })),
    }),
  );
  return slug;
}
