import { readFile } from 'node:fs/promises';
import { contract as classes } from '@dualtrack/order-classes/contract';
import type { Kernel, ServerModule } from '@dualtrack/platform/operation';
import { contract as workforce } from '@dualtrack/workforce/contract';
import { type Cycle, cycleSchema } from './cycle.ts';
import { readKeys } from './keys.ts';
import { examplePeople } from './people.ts';
import { playAgreement, playOrder } from './play-agreement.ts';
import { playBase } from './play-base.ts';
import { playCeremony } from './play-ceremony.ts';
import { playClass } from './play-class.ts';
import { playComing } from './play-coming.ts';
import { playBoard, playPast, playScenarios } from './play-demand.ts';
import { playInnovation } from './play-innovation.ts';
import { playPaper } from './play-paper.ts';
import { playFacts, playOutcomes } from './play-practice.ts';
import { playSafety } from './play-safety.ts';
import { playTripartite } from './play-tripartite.ts';
import { castOf, type Stage, setStage } from './stage.ts';

const office = 'office@yizhou.example';
const folder = new URL('../../../../examples/yizhou-dingyuan/history/', import.meta.url);

/** One year of the example, as its file holds it. */
export async function readCycle(year: number): Promise<Cycle> {
  return cycleSchema.parse(JSON.parse(await readFile(new URL(`cycle-${year}.json`, folder), 'utf8')));
}

/** Plays both years of the example: one finished cycle, and one in the middle. */
export async function playHistory(
  kernel: Kernel,
  modules: readonly ServerModule[],
  homes: { school: string; enterprise: string },
  settle: () => Promise<void>,
): Promise<void> {
  const cast = await castOf(
    kernel,
    examplePeople.map((person) => person.signInName),
  );
  const stage = setStage(kernel, modules, cast);
  const keys = await readKeys(kernel, [homes.school, homes.enterprise]);

  const finished = await readCycle(2025);
  const firstOrder = await playOrder(stage, finished, keys, homes.school);
  const firstAgreement = await playAgreement(stage, finished, firstOrder);
  await settle();
  const baseId = await playBase(stage, finished, keys, firstAgreement);
  await playCeremony(stage, finished, { agreementId: firstAgreement, baseId });
  const firstSpan = { startsOn: '2025-09-01', endsOn: '2026-01-30' };
  const firstClass = await playClass(stage, finished, keys, firstAgreement, firstSpan);
  await settle();
  await playFacts(stage, homes, { classId: firstClass, span: firstSpan, isOver: true, on: '2025-08-25' });
  await stage.act(classes.classes.move, office, firstSpan.startsOn, { classId: firstClass, action: 'start' });
  await playOutcomes(stage, homes, finished, keys, { classId: firstClass, baseId });
  await settle();
  await stage.act(classes.classes.move, office, firstSpan.endsOn, { classId: firstClass, action: 'finish' });
  await settle();

  const current = await readCycle(2026);
  await stage.act(workforce.forecasts.make, 'hr@dingyuan.example', '2026-08-28', {
    start: '2026-Q3',
    quarters: 10,
  });
  const secondOrder = await playOrder(stage, current, keys, homes.school);
  // Calculated beside: forecasts read the plan only, and the rest does not read them.
  const demand = playDemand(stage);
  // What goes wrong in it is told where it is waited for.
  demand.catch(() => undefined);
  const secondAgreement = await playAgreement(stage, current, secondOrder);
  await settle();
  await playClass(stage, current, keys, secondAgreement, { startsOn: '2027-03-01', endsOn: '2027-07-30' });
  await playTripartite(stage, current, keys, homes.school, settle);
  await playInnovation(stage, homes, firstAgreement);
  await playPaper(stage, homes);
  await playComing(stage, homes.enterprise);
  await playSafety(stage, baseId, '2026-11-18', '2026-11-23');
  await demand;
  await playBoard(stage, homes, settle);
  await settle();
}

async function playDemand(stage: Stage): Promise<void> {
  await playPast(stage);
  const { id } = await stage.act(workforce.forecasts.make, 'hr@dingyuan.example', '2026-11-20', {
    start: '2026-Q4',
  });
  await playScenarios(stage, id);
}
