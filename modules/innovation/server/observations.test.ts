import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Actor } from '@dualtrack/platform/access';
import { refusal } from '@dualtrack/platform/testing';
import { aPage, type InnovationKit, innovationKit } from '../testing/innovation-kit.ts';
import { addObservation, amendObservation, getObservation, listObservations } from './observations.ts';
import { getChallenge, listChallenges } from './read-challenges.ts';
import { createChallenge, moveChallenge } from './write-challenge.ts';

let kit: InnovationKit;
before(async () => {
  kit = await innovationKit();
  kit.clock.set(new Date('2026-11-10T02:00:00Z'));
});
after(() => kit?.close());

const nearMiss = {
  ...{ kind: 'near-miss' as const, title: '吊钩防脱扣失灵', place: '一号厂房三跨', onDay: '2026-11-09' },
  ...{ happened: '起吊时防脱扣未复位，钢绳滑出半圈。', done: '停用并挂牌', seenBy: 'learner' as const },
};
const page = { ...aPage, reach: 'open' as const, partnerIds: [] };

describe('observations', () => {
  test('only the own organisation reads them, by part of a word, and none of a day to come is written', async () => {
    const mentor = await kit.actor('mentor');
    const ahead = { ...nearMiss, onDay: '2026-11-11' };
    await assert.rejects(kit.call(addObservation, mentor, ahead), refusal('observation.day-ahead'));
    const { id: observationId } = await kit.call(addObservation, mentor, nearMiss);
    const hr = await kit.actor('enterprise-hr');
    const found = await kit.call(listObservations, hr, { q: '防脱', page: 1, size: 50 });
    assert.deepEqual(
      found.items.map(({ id, authorName, challenges }) => ({ id, authorName, challenges })),
      [{ id: observationId, authorName: 'mentor', challenges: 0 }],
    );
    for (const stranger of [
      await kit.actor('teacher'),
      await kit.actor('mentor', { tenant: kit.ids.otherFirm }),
    ]) {
      await assert.rejects(kit.call(getObservation, stranger, { observationId }), refusal('thing.not-found'));
      assert.equal((await kit.call(listObservations, stranger, { page: 1, size: 50 })).total, 0);
      const wrong = { ...nearMiss, observationId };
      await assert.rejects(kit.call(amendObservation, stranger, wrong), refusal('thing.not-found'));
    }
  });

  test('a challenge starts from one, keeps its name for the own side, and is found from it', async () => {
    const mentor = await kit.actor('mentor');
    const lead = await kit.actor('project-lead');
    const { id: observationId } = await kit.call(addObservation, mentor, nearMiss);
    const originRecord = { place: 'observation' as const, id: observationId, within: null };
    const from = (origin: 'near-miss' | 'mentor-note') => ({ ...page, origin, originRecord });
    // A near miss is no note, and what another organisation wrote is not there.
    const noOrigin = refusal('challenge.no-such-origin');
    await assert.rejects(kit.call(createChallenge, lead, from('mentor-note')), noOrigin);
    const office = await kit.actor('school-office');
    await assert.rejects(kit.call(createChallenge, office, from('near-miss')), noOrigin);
    const { id: challengeId } = await kit.call(createChallenge, lead, from('near-miss'));
    await kit.call(moveChallenge, lead, { challengeId, action: 'publish' });
    const own = await kit.call(getChallenge, lead, { challengeId });
    assert.deepEqual(
      [own.originLabel, own.originPath],
      ['吊钩防脱扣失灵 · 一号厂房三跨', `/observations/${observationId}`],
    );
    const other = await kit.call(getChallenge, office, { challengeId });
    assert.deepEqual([other.originLabel, other.originPath], ['', '']);
    const startedFrom = async (who: Actor) =>
      (await kit.call(listChallenges, who, { origin: observationId, page: 1, size: 50 })).items.map(
        ({ id }) => id,
      );
    assert.deepEqual(await startedFrom(lead), [challengeId]);
    // The other side does not learn what a challenge starts from.
    assert.deepEqual(await startedFrom(office), []);
    const { started, amend } = await kit.call(getObservation, mentor, { observationId });
    assert.deepEqual(
      started.map(({ id, state }) => ({ id, state })),
      [{ id: challengeId, state: 'open' }],
    );
    assert.equal(amend, 'observation.in-use');
    const words = { ...nearMiss, observationId, title: '另一件事' };
    await assert.rejects(kit.call(amendObservation, lead, words), refusal('observation.in-use'));
  });

  test('its writer and who leads put it right; a colleague does not', async () => {
    const mentor = await kit.actor('mentor');
    const { id: observationId } = await kit.call(addObservation, mentor, { ...nearMiss, kind: 'note' });
    const words = { ...nearMiss, observationId, kind: 'note' as const, done: '已更换' };
    const colleague = await kit.actor('mentor', { name: '同事' });
    await assert.rejects(kit.call(amendObservation, colleague, words), refusal('observation.not-yours'));
    assert.equal((await kit.call(amendObservation, mentor, words)).done, '已更换');
    const hr = await kit.actor('enterprise-hr');
    assert.equal((await kit.call(amendObservation, hr, { ...words, done: '' })).done, '');
  });
});
