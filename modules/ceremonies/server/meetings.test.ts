import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { CalendarEntry } from '@dualtrack/platform/calendar';
import { roles } from '@dualtrack/platform/contract';
import { asSystem } from '@dualtrack/platform/operation';
import { refusal } from '@dualtrack/platform/testing';
import {
  type MeetingAction,
  meetingActions,
  meetingStates,
  meetingTransitions,
  whyNotMeeting,
} from '../meeting.ts';
import { buildHouse, type House } from '../testing/house.ts';
import { moveMeeting, setMeetingMinutes, updateMeeting } from './change-meeting.ts';
import { editPost, postHistory, withdrawPost } from './change-post.ts';
import { cooperationDates } from './cooperation-dates.ts';
import { closeThread, getThread, listThreads, openThread, readThread, writePost } from './discussion.ts';
import { addFollowUp, changeFollowUp, listFollowUps, moveFollowUp, removeFollowUp } from './follow-ups.ts';
import { createMeeting, getMeeting } from './meetings.ts';
import { createCeremony } from './plan-ceremony.ts';

let house: House;
before(async () => {
  house = await buildHouse();
});
after(() => house.close());

const both = (isEnterprisePresent = true) => [
  { side: 'school' as const, name: '甲', post: '', isPresent: true },
  { side: 'enterprise' as const, name: '乙', post: '', isPresent: isEnterprisePresent },
];

async function called(startsAt = '2026-11-20T02:00:00Z', attendees = both()) {
  const { kit, actor } = house;
  const [office, firm] = [
    actor('school-office', undefined, '方晓雯'),
    actor('enterprise-hr', undefined, '苏文博'),
  ];
  const agreementId = await house.addAgreement();
  const { id: meetingId } = await kit.call(createMeeting, firm, {
    agreementId,
    title: '例会',
    startsAt,
    attendees,
  });
  return { meetingId, agreementId, office, firm };
}

describe('meetings', () => {
  test('one that was held is told to other rooms once, with its agreement and day', async () => {
    const { kit, admin } = house;
    const { meetingId, agreementId, office, firm } = await called('2026-11-20T17:00:00Z');
    const held = await Promise.allSettled([
      kit.call(moveMeeting, office, { meetingId, action: 'hold' }),
      kit.call(moveMeeting, firm, { meetingId, action: 'hold' }),
    ]);
    assert.deepEqual(held.map((one) => one.status).sort(), ['fulfilled', 'rejected']);
    const { rows } = await admin.query(
      "select payload from outbox_event where name = 'meeting.held' and payload->>'meetingId' = $1",
      [meetingId],
    );
    // Five in the evening by universal time is the next day in Hami.
    assert.deepEqual(
      rows.map((row) => [row.payload.agreementId, row.payload.enterpriseId, row.payload.on]),
      [[agreementId, house.ids.firm, '2026-11-21']],
    );
    const facts = await admin.query(
      "select metric, amount::int, happened_on::text as on from obligation_fact where agreement_id = $1 and source_module = 'ceremonies'",
      [agreementId],
    );
    assert.deepEqual(facts.rows, [{ metric: 'meetings-held', amount: 1, on: '2026-11-21' }]);
  });

  test('a meeting to come, or of one side among itself, does not count', async () => {
    const { kit } = house;
    const later = await called('2026-12-20T02:00:00Z');
    await assert.rejects(
      kit.call(moveMeeting, later.office, { meetingId: later.meetingId, action: 'hold' }),
      refusal('meeting.not-begun'),
    );
    const alone = await called('2026-11-20T02:00:00Z', both(false));
    await assert.rejects(
      kit.call(moveMeeting, alone.office, { meetingId: alone.meetingId, action: 'hold' }),
      refusal('meeting.one-side-only'),
    );
  });

  test('the state table: every state, action and role', () => {
    const now = new Date('2026-11-22');
    const may = (state: (typeof meetingStates)[number], action: MeetingAction) =>
      roles.filter(
        (role) =>
          whyNotMeeting(
            { state, startsAt: new Date(0), now, presentSides: ['school', 'enterprise'] },
            role,
            action,
          ) === null,
      );
    for (const state of meetingStates) {
      for (const action of meetingActions) {
        const { from, roles: who } = meetingTransitions[action];
        assert.deepEqual(new Set(may(state, action)), new Set(from.includes(state) ? who : []));
      }
    }
  });

  test('minutes and decisions are kept; of two writers one is told; held meetings are not edited', async () => {
    const { kit } = house;
    const { meetingId, office, firm } = await called();
    const minutes = {
      meetingId,
      revision: 1,
      attendees: both(),
      decisions: [{ wording: '共建课程', wordingEn: '' }],
    };
    const written = await Promise.allSettled([
      kit.call(setMeetingMinutes, office, { ...minutes, minutes: '甲' }),
      kit.call(setMeetingMinutes, firm, { ...minutes, minutes: '乙' }),
    ]);
    const refused = written.filter((one) => one.status === 'rejected');
    assert.equal(refused.length, 1);
    assert.ok(refusal('meeting.changed')(refused[0]?.reason));
    const held = await kit.call(moveMeeting, office, { meetingId, action: 'hold' });
    assert.equal(held.decisions.length, 1);
    await assert.rejects(
      kit.call(updateMeeting, office, {
        ...{ meetingId, revision: held.revision, title: 'x', startsAt: '2026-11-21T02:00:00Z' },
        ...{ agenda: [], attendees: [] },
      }),
      refusal('meeting.not-in-state'),
    );
  });

  test('stands in the calendar feed of its agreement and side, and in no stranger’s', async () => {
    const { kit, ids } = house;
    const { meetingId, agreementId, office } = await called();
    await kit.call(addFollowUp, office, { meetingId, title: '拟议程', side: 'school', dueOn: '2026-12-01' });
    const dates = (tenant: string, side: 'school' | 'enterprise', homes: string[] = []) =>
      asSystem<never, string[]>(kit.kernel, { tenant, enterprise: null, homes }, async (context) => {
        const asked = { side, agreementId, person: null, locale: 'zh-CN' as const, address: 'http://x' };
        return (await cooperationDates(context, asked)).map((entry) => entry.title);
      });
    assert.deepEqual(await dates(ids.school, 'school'), ['例会', '拟议程']);
    assert.deepEqual(await dates(ids.firm, 'enterprise', [ids.school]), ['例会']);
    assert.deepEqual(await dates(ids.otherSchool, 'school'), []);
    assert.deepEqual(await dates(ids.otherFirm, 'enterprise', [ids.school]), []);
  });

  test('a person’s own feed has what they come to, called or are to do; the office what nobody is named for', async () => {
    const { kit, ids } = house;
    const { meetingId, office } = await called();
    for (const [title, owner] of [
      ['未定人选', ''],
      ['拟议程', '王 老师'],
    ] as const) {
      await kit.call(addFollowUp, office, { meetingId, title, owner, side: 'school', dueOn: '2026-12-01' });
    }
    const [attendee] = both().filter((one) => one.side === 'school');
    const own = (name: string, isOffice: boolean) =>
      asSystem<never, string[]>(kit.kernel, ids.school, async (context) => {
        const person = { name, isOffice };
        const rest = { side: 'school' as const, agreementId: null, locale: 'zh-CN' as const, address: 'x' };
        const entries = await cooperationDates(context, { ...rest, person });
        return entries
          .filter((one) => one.uid.includes(meetingId) || one.url?.endsWith(`/meetings/${meetingId}`))
          .map((one) => one.title);
      });
    assert.deepEqual(await own(attendee?.name ?? '', false), ['例会']);
    assert.deepEqual(await own('王老师', false), ['拟议程 (王 老师)']);
    assert.deepEqual(await own('无关者', false), []);
    assert.deepEqual(await own('无关者', true), ['未定人选']);
    assert.deepEqual(await own('苏文博', true), ['例会', '未定人选']);
  });

  test('a ceremony stands in it from its hour for as long as its agenda takes, else the whole day', async () => {
    const { kit, actor, ids } = house;
    const agreementId = await house.addAgreement();
    const plan = { agreementId, heldOn: '2026-12-01', hostSide: 'school' as const };
    for (const beginsAt of ['14:30', '']) {
      await kit.call(createCeremony, actor('school-office'), { ...plan, beginsAt });
    }
    const entries = await asSystem<never, CalendarEntry[]>(kit.kernel, ids.school, (context) =>
      cooperationDates(context, {
        ...{ side: 'school', agreementId, person: null, locale: 'en', address: 'http://x' },
      }),
    );
    const whens = entries.filter((one) => one.uid.startsWith('ceremony-')).map((one) => one.when);
    // What is to be done before leads to the checklist, not to minutes that nobody has written.
    const tasks = entries.filter((one) => one.uid.startsWith('follow-up-'));
    assert.ok(tasks.length > 0 && tasks.every((one) => one.url?.endsWith('?tab=checklist')));
    assert.deepEqual(
      new Set(whens.map((when) => JSON.stringify(when))),
      new Set([
        // Half past two in Shanghai; the agenda without an unveiling takes 75 minutes.
        JSON.stringify({ start: '2026-12-01T06:30:00.000Z', end: '2026-12-01T07:45:00.000Z' }),
        JSON.stringify({ from: '2026-12-01', to: '2026-12-01' }),
      ]),
    );
  });

  test('nobody of another pair finds it', async () => {
    const { kit, actor, ids } = house;
    const { meetingId } = await called();
    for (const who of [actor('school-office', ids.otherSchool), actor('enterprise-hr', ids.otherFirm)]) {
      await assert.rejects(kit.call(getMeeting, who, { meetingId }), refusal('thing.not-found'));
      await assert.rejects(
        kit.call(moveMeeting, who, { meetingId, action: 'hold' }),
        refusal('thing.not-found'),
      );
    }
  });
});

describe('follow-ups', () => {
  test('are done once, opened again, and stay in the list once a meeting agreed them', async () => {
    const { kit } = house;
    const { meetingId, office, firm } = await called();
    const made = await kit.call(addFollowUp, office, {
      meetingId,
      title: '拟议程',
      side: 'school',
      dueOn: '2026-12-01',
    });
    const done = await Promise.allSettled(
      [office, firm].map((who) => kit.call(moveFollowUp, who, { followUpId: made.id, to: 'done' })),
    );
    assert.deepEqual(done.map((one) => one.status).sort(), ['fulfilled', 'rejected']);
    await assert.rejects(
      kit.call(changeFollowUp, office, { followUpId: made.id, title: 'x', side: 'school' }),
      refusal('follow-up.changed'),
    );
    assert.equal((await kit.call(moveFollowUp, firm, { followUpId: made.id, to: 'open' })).doneBy, '');
    await assert.rejects(
      kit.call(removeFollowUp, office, { followUpId: made.id }),
      refusal('follow-up.agreed'),
    );
    const { items } = await kit.call(listFollowUps, firm, { meetingId, state: 'open', side: 'school' });
    assert.deepEqual(
      items.map((one) => [one.title, one.origin, one.dueOn]),
      [['拟议程', '例会', '2026-12-01']],
    );
  });

  test('belong to a ceremony or a meeting that the caller sees', async () => {
    const { kit, actor, ids } = house;
    const { meetingId, office } = await called();
    await assert.rejects(
      kit.call(addFollowUp, office, { title: 'x', side: 'school' }),
      refusal('follow-up.no-origin'),
    );
    await assert.rejects(
      kit.call(addFollowUp, actor('school-office', ids.otherSchool), {
        meetingId,
        title: 'x',
        side: 'school',
      }),
      refusal('thing.not-found'),
    );
  });
});

describe('discussion', () => {
  async function opened() {
    const { kit } = house;
    const { agreementId, office, firm } = await called();
    const { id: threadId } = await kit.call(openThread, office, {
      agreementId,
      subject: '时间',
      body: '周几方便？',
    });
    return { threadId, office, firm };
  }

  test('a mention is unread until it is read, and only for the one who is mentioned', async () => {
    const { kit } = house;
    const { threadId, office, firm } = await opened();
    kit.clock.set(new Date('2026-11-22T03:00:00Z'));
    const unread = async (who: typeof office) =>
      (await kit.call(listThreads, who, { scope: 'mentioned' })).items.filter((row) => row.id === threadId)
        .length;
    await kit.call(writePost, firm, { threadId, body: '@方晓雯 周三' });
    assert.deepEqual([await unread(office), await unread(firm)], [1, 0]);
    await kit.call(readThread, office, { threadId });
    assert.equal(await unread(office), 0);
  });

  test('an edited or withdrawn post leaves every wording in the history', async () => {
    const { kit } = house;
    const { threadId, office, firm } = await opened();
    const { items } = await kit.call(getThread, office, { threadId });
    const postId = items[0]?.id ?? '';
    await assert.rejects(
      kit.call(editPost, firm, { threadId, postId, revision: 1, body: '改' }),
      refusal('post.not-yours'),
    );
    await kit.call(editPost, office, { threadId, postId, revision: 1, body: '周几方便开会？' });
    await assert.rejects(
      kit.call(editPost, office, { threadId, postId, revision: 1, body: '旧页面' }),
      refusal('post.changed'),
    );
    const after = await kit.call(withdrawPost, office, { threadId, postId });
    assert.deepEqual([after.items[0]?.body, after.items[0]?.withdrawnBy], ['', '方晓雯']);
    const history = await kit.call(postHistory, firm, { threadId, postId });
    assert.deepEqual(
      history.items.map((one) => one.body),
      ['周几方便开会？', '周几方便？'],
    );
  });

  test('a closed thread takes no post until it is opened again; strangers find nothing', async () => {
    const { kit, actor, ids } = house;
    const { threadId, office, firm } = await opened();
    await kit.call(closeThread, office, { threadId, to: 'closed' });
    await assert.rejects(kit.call(writePost, firm, { threadId, body: 'x' }), refusal('thread.closed'));
    await kit.call(closeThread, firm, { threadId, to: 'open' });
    assert.equal((await kit.call(writePost, firm, { threadId, body: 'x' })).items.length, 2);
    for (const who of [actor('school-office', ids.otherSchool), actor('enterprise-hr', ids.otherFirm)]) {
      await assert.rejects(kit.call(getThread, who, { threadId }), refusal('thing.not-found'));
      await assert.rejects(kit.call(writePost, who, { threadId, body: 'x' }), refusal('thing.not-found'));
    }
  });
});
