import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { addDay } from './days.ts';
import {
  type Candidate,
  freeDays,
  minutesLeft,
  type NeedFacts,
  nearness,
  proposePeople,
} from './propose-people.ts';
import { slots } from './slots.ts';

const codes = ['3139', '3131', '7223', '2144', '7412'];
const tags = ['PLC', 'plc', '6S', '焊接'];
const day = fc.integer({ min: 0, max: 90 }).map((n) => addDay('2026-11-20', n));
const span = fc
  .tuple(day, fc.integer({ min: 0, max: 40 }))
  .map(([from, n]) => ({ from, to: addDay(from, n) }));
const regions = ['', '650502', '650521', '650500', '650100', '110101'];
const months = ['2026-11', '2026-12', '2027-01', '2027-02', '2027-03', '2027-04'];
const candidate: fc.Arbitrary<Omit<Candidate, 'expertId'>> = fc.record({
  occupations: fc.subarray(codes),
  tags: fc.subarray(tags),
  languages: fc.subarray(['zh', 'ug', 'en']),
  slots: fc.subarray([...slots]),
  absences: fc.array(span, { maxLength: 3 }),
  monthlyHours: fc.integer({ min: 0, max: 40 }),
  used: fc.dictionary(fc.constantFrom(...months), fc.integer({ min: 0, max: 2_400 })),
  ratings: fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 6 }),
  region: fc.constantFrom(...regions),
});
const need: fc.Arbitrary<NeedFacts> = fc
  .record({
    occupations: fc.subarray(codes),
    tags: fc.subarray(['PLC', '6S']),
    language: fc.constantFrom(null, 'zh', 'ug'),
    span,
    minutes: fc.integer({ min: 15, max: 600 }),
    region: fc.constantFrom(...regions),
  })
  .map(({ span: of, ...rest }) => ({ ...rest, ...of }));
const people = fc
  .array(candidate, { maxLength: 12 })
  .map((all) => all.map((one, at) => ({ ...one, expertId: `e${String(at).padStart(2, '0')}` })));

describe('people proposed for a need', () => {
  test('the order of the candidates does not matter', () => {
    fc.assert(
      fc.property(need, people, (asked, all) => {
        assert.deepEqual(proposePeople(asked, all), proposePeople(asked, all.toReversed()));
      }),
    );
  });

  test('best first, each once, scores within 0 and 1000, and a reason for each', () => {
    fc.assert(
      fc.property(need, people, (asked, all) => {
        const found = proposePeople(asked, all);
        assert.equal(new Set(found.map((one) => one.expertId)).size, found.length);
        for (const [at, one] of found.entries()) {
          assert.ok(one.score >= 0 && one.score <= 1_000, String(one.score));
          assert.ok(one.reasons.length >= 3);
          assert.ok(at === 0 || (found[at - 1]?.score ?? 0) >= one.score);
        }
      }),
    );
  });

  test('exactly those are left out who lack skill, language, a free day or hours', () => {
    fc.assert(
      fc.property(need, people, (asked, all) => {
        const found = new Set(proposePeople(asked, all).map((one) => one.expertId));
        for (const one of all) {
          const hasSkill =
            asked.occupations.some((code) =>
              one.occupations.some((own) => own.startsWith(code.slice(0, 3))),
            ) ||
            asked.tags.some((tag) => one.tags.some((own) => own.toLowerCase() === tag.toLowerCase())) ||
            asked.occupations.length + asked.tags.length === 0;
          const speaks = asked.language === null || one.languages.includes(asked.language);
          // Counted again, day by day, from a list of all days.
          const days = Array.from({ length: 200 }, (_, n) => addDay('2026-11-20', n)).filter(
            (on) =>
              asked.from <= on &&
              on <= asked.to &&
              !one.absences.some(({ from, to }) => from <= on && on <= to) &&
              (one.slots.length === 0 ||
                one.slots.some((slot) => Number(slot[0]) % 7 === new Date(`${on}T12:00:00Z`).getUTCDay())),
          );
          assert.equal(freeDays(one, asked), days.length);
          const best = Math.max(
            ...months
              .filter((month) => asked.from.slice(0, 7) <= month && month <= asked.to.slice(0, 7))
              .map((month) => one.monthlyHours * 60 - (one.used[month] ?? 0)),
            0,
          );
          assert.equal(minutesLeft(one, asked), best);
          const fits = hasSkill && speaks && days.length > 0 && best >= asked.minutes;
          assert.equal(found.has(one.expertId), fits);
        }
      }),
    );
  });

  test('one more asked skill, a better mark or fewer promised hours never lowers somebody', () => {
    fc.assert(
      fc.property(need, candidate, fc.constantFrom(...codes), (asked, base, code) => {
        const score = (one: Omit<Candidate, 'expertId'>) =>
          proposePeople(asked, [{ ...one, expertId: 'a' }])[0]?.score ?? -1;
        const before = score(base);
        assert.ok(score({ ...base, occupations: [...base.occupations, code] }) >= before);
        assert.ok(score({ ...base, ratings: [...base.ratings, 5] }) >= before);
        assert.ok(score({ ...base, used: {} }) >= before);
      }),
    );
  });

  test('distance is coarse, the same both ways, and said only where both places are known', () => {
    const of = (one: string, other: string) => nearness(one, other)?.code ?? null;
    assert.deepEqual(
      [of('650502', '650502'), of('650502', '650521'), of('650502', '650500'), of('650502', '650100')],
      ['same-county', 'same-city', 'same-city', 'same-province'],
    );
    assert.deepEqual(
      [of('650000', '650502'), of('650500', '110101'), of('', '650502')],
      ['same-province', 'far', null],
    );
    fc.assert(
      fc.property(need, candidate, fc.constantFrom(...regions), (asked, base, region) => {
        assert.equal(of(asked.region, region), of(region, asked.region));
        const score = (place: string) =>
          proposePeople(asked, [{ ...base, region: place, expertId: 'a' }])[0]?.score ?? -1;
        if (asked.region !== '') assert.ok(score(asked.region) >= score(region));
      }),
    );
  });
});
