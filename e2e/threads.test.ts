import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type House, openHouse } from './journey/house.ts';
import { pasteCapacity, typeOutOfRange } from './journey/thread-demand.ts';
import {
  beginProject,
  decide,
  postChallenge,
  propose,
  registerOutput,
  review,
  runProject,
} from './journey/thread-innovation.ts';
import { moveByHand, smallPlan } from './journey/thread-moves.ts';
import { accept, askForNeed, walkLedger } from './journey/thread-talents.ts';
import { type Language, visit } from './journey/visitor.ts';

// Threads beside the journey, one after the other in one house: building and loading it takes as long as they do.
let house: House;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

/** A day so far from today, as the server has it. */
const day = (ahead: number) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(Date.now() + ahead * 86_400_000);
const language: Language = 'en';
/** Refusals are asked for here: the browser's word about them is no fault. */
const unexpected = (faults: readonly string[]) =>
  faults.filter((one) => !/status of 4(09|22) .*(nda|ip|talent-sessions)$/.test(one));

test('a need, people with reasons, a holiday refused, a yes, and hours walked back from the ledger', async () => {
  const faults: string[] = [];
  const as = (name: string) => visit(house, faults, { name, language: 'zh-CN', width: 1280 });
  const teacher = await as('teacher@yizhou.example');
  const sessionId = await askForNeed(teacher, {
    ...{ title: '设备点检入门', skill: '设备点检', who: '何志强' },
    // New Year's Day; then whatever day of three weeks is none.
    holiday: `${Number(day(0).slice(0, 4)) + 1}-01-01`,
    days: Array.from({ length: 21 }, (_, at) => day(10 + at)),
  });
  await teacher.leave();
  const hr = await as('hr@dingyuan.example');
  await accept(hr, sessionId);
  await hr.leave();
  const office = await as('office@yizhou.example');
  await walkLedger(office);
  await office.leave();
  assert.deepEqual(unexpected(faults), []);
});

test('a challenge, the undertaking, a proposal, the decision, a project under an agreement, and what came of it', async () => {
  const faults: string[] = [];
  const as = (name: string) => visit(house, faults, { name, language, width: 1280 });
  const lead = await as('project@dingyuan.example');
  const challengeId = await postChallenge(lead, {
    ...{ title: '切割线断线预警', titleEn: 'Warning before a cutting wire breaks', deadline: day(30) },
  });
  const teacher = await as('teacher@yizhou.example');
  const title = 'Warning model from tension data';
  const { person } = await teacher.call<{ person: { name: string } }>('GET', '/session');
  const id = await propose(teacher, challengeId, { name: person.name, title });
  await teacher.leave();
  const mentor = await as('mentor@dingyuan.example');
  await review(lead, mentor, challengeId, id);
  await mentor.leave();
  await decide(lead, challengeId, { id, title });
  await lead.leave();
  const office = await as('office@yizhou.example');
  const projectId = await beginProject(office, id);
  await runProject(office, projectId, day(60));
  await registerOutput(office, '断线预警软件', 'Warning before a cutting wire breaks');
  await office.leave();
  assert.deepEqual(unexpected(faults), []);
});

test('a pasted capacity plan finds its cells by name; what cannot stand is named, nothing is half saved', async () => {
  const hr = await visit(house, [], { name: 'hr@dingyuan.example', language: 'zh-CN', width: 1280 });
  await pasteCapacity(hr);
  await hr.leave();
});

test('a chance over 1 and a negative delay stay in their fields and are refused there', async () => {
  const hr = await visit(house, [], { name: 'hr@dingyuan.example', language: 'en', width: 1280 });
  await typeOutOfRange(hr);
  await hr.leave();
});

test('blocks of a rotation are moved and swapped by mouse and by keyboard, and taken back', async () => {
  const faults: string[] = [];
  const hr = await visit(house, faults, { name: 'hr@dingyuan.example', language: 'en', width: 1280 });
  const office = await visit(house, faults, { name: 'office@yizhou.example', language: 'en', width: 1280 });
  const planId = await smallPlan(office, hr);
  await moveByHand(office, planId);
  await office.leave();
  await hr.leave();
  assert.deepEqual(faults, []);
});
