import type { Applicant, MatchingHead } from '../format/problem-format.ts';
import { grownFloat64, grownInt32 } from './growing.ts';
import { createIdTable, type IdTable } from './id-table.ts';
import { drawLottery } from './lottery.ts';
import type { Market } from './market.ts';
import { type Word, wordOf } from './word.ts';

/** Fills a market one applicant at a time. Choices may come before the id; nothing counts until `commit`. */
export type MarketBuilder = {
  /** Adds a choice to the applicant at hand; false for an unknown seat or one that is there already. */
  choose(seat: Word, score: number): boolean;
  /** Ends the applicant at hand; false when the id was there before, then the choices are dropped. */
  commit(id: Word): boolean;
  /** Drops the choices of the applicant at hand. */
  drop(): void;
  /** Adds a whole applicant; false, and nothing is added, when a seat or the id is not as it must be. */
  add(applicant: Applicant): boolean;
  /** Draws the lottery and hands the market over; the builder is not used afterwards. */
  finish(): Market;
};

const HIGHEST = 2 ** 31 - 1;

/** The numbered places of a sound head. */
function placesOf(head: MatchingHead): Pick<Market, 'seats' | 'placeIds' | 'capacity' | 'parent'> {
  const places = [...head.seats, ...(head.caps ?? [])];
  const placeIds = createIdTable();
  for (const place of places) placeIds.add(wordOf(place.id));
  return {
    seats: head.seats.length,
    placeIds,
    // A capacity above the number of people on earth is no limit, so cutting it changes nothing.
    capacity: Int32Array.from(places, (place) => Math.min(place.capacity, HIGHEST)),
    parent: Int32Array.from(places, (place) =>
      place.within === undefined ? -1 : placeIds.find(wordOf(place.within)),
    ),
  };
}

/** A builder for a head that has no issues. Applicant ids go into `applicantIds`. */
export function createMarketBuilder(head: MatchingHead, applicantIds: IdTable): MarketBuilder {
  const places = placesOf(head);
  const lastChosenBy = new Int32Array(places.seats);
  let start = new Int32Array(256);
  let seat = new Int32Array(1024);
  let score = new Float64Array(1024);
  let applicants = 0;
  let choices = 0;
  let attempt = 1;

  const seatNumbers = new Map(head.seats.map(({ id }, i) => [id, i]));

  const take = (place: number, value: number): boolean => {
    if (place < 0 || place >= places.seats || lastChosenBy[place] === attempt) return false;
    lastChosenBy[place] = attempt;
    if (choices === seat.length) {
      seat = grownInt32(seat, choices + 1);
      score = grownFloat64(score, choices + 1);
    }
    seat[choices] = place;
    score[choices++] = value;
    return true;
  };
  const drop = (): void => {
    choices = start[applicants]!;
    attempt++;
  };
  const commit = (id: Word): boolean => {
    if (applicantIds.add(id) < 0) {
      drop();
      return false;
    }
    attempt++;
    if (++applicants === start.length) start = grownInt32(start, applicants + 1);
    start[applicants] = choices;
    return true;
  };

  return {
    choose: (word, value) => take(places.placeIds.find(word), value),
    commit,
    drop,
    add(applicant) {
      const isSound = applicant.choices.every((choice) =>
        take(seatNumbers.get(choice.seat) ?? -1, choice.score),
      );
      if (isSound) return commit(wordOf(applicant.id));
      drop();
      return false;
    },
    finish: () => ({
      applicants,
      ...places,
      applicantIds,
      start: start.subarray(0, applicants + 1),
      seat: seat.subarray(0, choices),
      score: score.subarray(0, choices),
      lottery: drawLottery(head.lottery, applicantIds),
    }),
  };
}
