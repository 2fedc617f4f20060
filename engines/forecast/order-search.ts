import { boundsOf, type Stage, stagesOf } from './order-bounds.ts';
import { type Intake, type OrderProblem, quarterCost, steepestFall } from './order-problem.ts';
import {
  type Chosen,
  dropBeaten,
  endStage,
  mergeShift,
  type Slope,
  type States,
  startStage,
  statesFor,
  thinOut,
} from './order-states.ts';

/** `exact`: no other choice of classes is cheaper. Else states with almost equal cover were merged on the way. */
export type OrderChoice = { intakes: Intake[]; cost: number; exact: boolean };

// States looked at per occupation, about; the fewer choices there are, the more states each of them may keep.
const WORK = 200_000;
const FEWEST_STATES = 64;
const MOST_STATES = 4096;

type Workspace = { parents: States; states: States; spare: States; scratch: Float64Array; most: number };

function workspace(most: number): Workspace {
  const room = 2 * most;
  return {
    parents: statesFor(room),
    states: statesFor(room),
    spare: statesFor(room),
    scratch: new Float64Array(room + 1),
    most,
  };
}

/** Replaces the states by every useful choice of seats of one stage, none included; false if the optimum may be lost. */
function expand(space: Workspace, stage: Stage, joiners: number, useful: number, slope: Slope): boolean {
  const { parents, scratch, most } = space;
  let exact = true;
  startStage(space.states, parents);
  let count = parents.size;
  let fewer = 0;
  for (const seats of stage.seats) {
    // Whoever covers every run with fewer seats gains nothing from more.
    while (count > 0 && parents.cover[count - 1]! + joiners * fewer >= useful) count--;
    const { states, spare } = space;
    mergeShift(states, { parents, count, seats, heads: joiners * seats }, slope, scratch, spare);
    space.states = spare;
    space.spare = states;
    fewer = seats;
    if (spare.size > most) dropBeaten(spare, slope);
    if (spare.size > most) {
      thinOut(spare, most);
      exact = false;
    }
  }
  dropBeaten(space.states, slope);
  endStage(space.states, parents, stage);
  return exact;
}

function intakesOf(last: Chosen | null): Intake[] {
  const intakes: Intake[] = [];
  for (let link = last; link !== null; link = link.earlier) intakes.push(link.intake);
  return intakes.reverse();
}

/** Place of the cheapest state; of equally cheap ones that with fewest seats. */
function cheapest({ size, cost, chosen }: States): number {
  let best = 0;
  for (let i = 1; i < size; i++) {
    const fewer = (chosen[i]?.total ?? 0) < (chosen[best]?.total ?? 0);
    if (cost[i]! < cost[best]! || (cost[i] === cost[best] && fewer)) best = i;
  }
  return best;
}

/**
 * Chooses how many seats of which route become ready when, so that the expected weighted shortage and idle
 * headcount-quarters over the simulated runs are least. Dynamic programming forwards over quarters; the state is the
 * number of trained people still there, because all of an occupation stay at the same rate. Joiners per seat count at
 * their mean. Equal costs: fewer seats. Same input, same answer.
 */
export function searchOrders(problem: OrderProblem): OrderChoice {
  const { shortages, stay, routes, costs } = problem;
  const bounds = boundsOf(problem);
  const { stages, coarse } = stagesOf(problem, bounds, WORK / FEWEST_STATES);
  const choices = stages.reduce((sum, { seats }) => sum + seats.length, 0);
  const space = workspace(Math.min(MOST_STATES, Math.max(FEWEST_STATES, Math.floor(WORK / choices))));
  let exact = !coarse;
  let next = 0;
  for (const [t, shortage] of shortages.entries()) {
    const later = { gain: bounds.gain[t]!, loss: bounds.loss[t]! };
    const slope = { gain: steepestFall(shortage, costs) + later.gain, loss: costs.surplus + later.loss };
    for (; stages[next]?.ready === t; next++) {
      const stage = stages[next]!;
      if (!expand(space, stage, routes[stage.route]!.joiners, bounds.useful[t]!, slope)) exact = false;
    }
    const { states, parents } = space;
    startStage(states, parents);
    for (let i = 0; i < states.size; i++) states.cost[i]! += quarterCost(shortage, states.cover[i]!, costs);
    dropBeaten(states, later);
    endStage(states, parents);
    for (let i = 0; i < states.size; i++) states.cover[i]! *= stay[t]!;
  }
  const best = cheapest(space.states);
  return { intakes: intakesOf(space.states.chosen[best]!), cost: space.states.cost[best]!, exact };
}
