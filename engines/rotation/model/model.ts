import type { ProgrammeGraph } from './programme-graph.ts';
import type { SiteCounter } from './site-counter.ts';

/** One learner in numbers. Units are the learner's own, numbered from 0; an option is `unit * sites + site`. */
export type LearnerModel = {
  index: number;
  size: number;
  /** Units to take in all. */
  need: number;
  /** Own unit → unit of the problem. */
  units: Int32Array;
  lengths: Int32Array;
  groups: Int32Array;
  quotas: readonly number[];
  before: readonly (readonly [number, number])[];
  /** Score of each option without changes and waiting. */
  value: Float64Array;
  /** What a block is worth on top at `start * options + option`, null where nothing is to be kept. */
  bonus: Float64Array | null;
  /** Place of each option, −1 without one. */
  place: Int32Array;
  /** `open[start * options + option]` is 1 where a block may begin, by calendar, pins and the place's maximum. */
  open: Uint8Array;
  /** 0 where an unfinished learner cannot stay idle, because a pinned block begins there. */
  mayIdle: Uint8Array;
  /** First period at which the programme may be over: after the last pin begins. */
  doneFrom: number;
  siteChange: number;
  wait: number;
  /** For each site the one by which changes and limits count: the outer one, or itself. */
  outer: Int32Array;
  /** Most units by outer site. */
  siteLimits: readonly number[];
};

/**
 * A rotation problem in numbers. A cell is `row * periods + period`: rows are the places and, after them, the pools of
 * heads that several places share.
 */
export type Model = {
  periods: number;
  sites: number;
  places: number;
  /** The rows of each place's pools. */
  poolsOf: readonly (readonly number[])[];
  /** Unit and site of the problem for each place. */
  placeUnit: Int32Array;
  placeSite: Int32Array;
  /** Heads by cell. */
  min: Int32Array;
  max: Int32Array;
  learners: readonly LearnerModel[];
  fairness: number;
  /** Every learner's score is a multiple of this, 0 if none was found. */
  scoreStep: number;
  /** Every plan's objective is a multiple of this, 0 if none was found. */
  objectiveStep: number;
};

/** Blocks of one learner in order of time, as options and starts. */
export type Path = { options: readonly number[]; starts: readonly number[] };

/**
 * A learner's state space for the search. A place on the way is a moment (a period's beginning) with a state of the
 * programme graph; the moments of a state stand in a row, and every step leads to a state with a larger number.
 */
export type StateSpace = {
  /** Which units are remembered and at which sites units are counted; with less, some ways are no programmes. */
  remembered: readonly boolean[];
  countedSites: readonly boolean[];
  counter: SiteCounter;
  graph: ProgrammeGraph;
  /** First and last moment of each state by the calendar; none where `late < early`. */
  early: Int32Array;
  late: Int32Array;
  /** Place of state `a` at moment `t`: `base[a] + t`. */
  base: Int32Array;
  /** Number of places. */
  places: number;
  /** Place of the start at moment 0; −1 without any way. */
  start: number;
};
