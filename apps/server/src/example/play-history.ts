import { readFile } from 'node:fs/promises';
import { contract as classes } from '@dualtrack/order-classes/contract';
import { contract as workforce } from '@dualtrack/workforce/contract';
import { type Cycle, cycleSchema } from './cycle.ts';
import { type Keys, readKeys } from './keys.ts';
import { playAgreement, playOrder } from './play-agreement.ts';
import { playBase, playUnitOrder } from './play-base.ts';
import { playCeremony } from './play-ceremony.ts';
import { playClass } from './play-class.ts';
import { playComing } from './play-coming.ts';
import { playBoard, playPast, playScenarios } from './play-demand.ts';
import { playInnovation } from './play-innovation.ts';
import { playPaper } from './play-paper.ts';
import { playFacts, playOutcomes, playPayments } from './play-practice.ts';
import { playSafety } from './play-safety.ts';
import { playTripartite } from './play-tripartite.ts';
import type { Stage } from './stage.ts';

const office = 'office@yizhou.example';
const folder = new URL('../../../../examples/yizhou-dingyuan/history/', import.meta.url);

/** One year of the example, as its file holds it. */
export async function readCycle(year: number): Promise<Cycle> {
  return cycleSchema.parse(JSON.parse(await readFile(new URL(`cycle-${year}.json`, folder), 'utf8')));
}

/** Plays both years of the example: one finished cycle, and one in the middle. */
export async function playHistory(
  stage: Stage,
  homes: { school: string; enterprise: string },
  settle: () => Promise<void>,
): Promise<void> {
  const keys = await readKeys(stage.kernel, [homes.school, homes.enterprise]);

  // Calculated beside: forecasts read the plan only, and nothing else here reads them.
  const demand = playDemand(stage, settle);
  // What goes wrong in it is told where it is waited for.
  demand.catch(() => undefined);
  const finished = await readCycle(2025);
  const current = await readCycle(2026);
  const agreementId = await playAgreement(
    stage,
    finished,
    await playOrder(stage, finished, keys, homes.school),
  );
  await settle();
  const baseId = await playBase(stage, finished, keys, agreementId);
  // Strands that need nothing of each other; most of their time is spent in waiting.
  await Promise.all([
    demand,
    playFirstYear(stage, homes, keys, settle, { agreementId, baseId }),
    playSecondYear(stage, current, keys, homes.school, settle),
    playInnovation(stage, homes, agreementId),
    playTripartite(stage, current, keys, homes.school, settle)
      .then(() => playPaper(stage, homes))
      .then(() => playComing(stage, homes.enterprise))
      .then(() => playSafety(stage, baseId, '2026-11-18', '2026-11-23'))
      .then(() => playUnitOrder(stage, finished, baseId, '2026-11-20')),
  ]);
  await playBoard(stage, homes, settle);
  await settle();
}

/** The finished year after its agreement: ceremony, class, and what came of it. */
async function playFirstYear(
  stage: Stage,
  homes: { school: string; enterprise: string },
  keys: Keys,
  settle: () => Promise<void>,
  { agreementId, baseId }: { agreementId: string; baseId: string },
): Promise<void> {
  const finished = await readCycle(2025);
  await playCeremony(stage, finished, { agreementId, baseId });
  const span = { startsOn: '2025-09-01', endsOn: '2026-01-30' };
  const classId = await playClass(stage, finished, keys, agreementId, span);
  await settle();
  await playFacts(stage, homes, { classId, span, isOver: true, on: '2025-08-25' });
  await stage.act(classes.classes.move, office, span.startsOn, { classId, action: 'start' });
  await playOutcomes(stage, homes, finished, keys, { classId, baseId });
  await settle();
  await playPayments(stage, classId, ['2025-09', '2025-10', '2025-11', '2025-12', '2026-01']);
  await stage.act(classes.classes.move, office, span.endsOn, { classId, action: 'finish' });
  await settle();
}

/** The class that is being formed: order, agreement, applications. */
async function playSecondYear(
  stage: Stage,
  cycle: Cycle,
  keys: Keys,
  schoolId: string,
  settle: () => Promise<void>,
): Promise<void> {
  const orderId = await playOrder(stage, cycle, keys, schoolId);
  const agreementId = await playAgreement(stage, cycle, orderId);
  await settle();
  await playClass(stage, cycle, keys, agreementId, { startsOn: '2027-03-01', endsOn: '2027-07-30' });
}

/** What the enterprise knows of its people, and what it expects. */
async function playDemand(stage: Stage, settle: () => Promise<void>): Promise<void> {
  await stage.act(workforce.forecasts.make, 'hr@dingyuan.example', '2026-08-28', {
    start: '2026-Q3',
    quarters: 10,
  });
  await playPast(stage);
  const { id } = await stage.act(workforce.forecasts.make, 'hr@dingyuan.example', '2026-11-20', {
    start: '2026-Q4',
  });
  await settle();
  await playScenarios(stage, id);
}
