import type { OperationsOf, ServerModule } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { getClassOutcomes, getMyOutcomes } from './class-outcomes.ts';
import { getFunnel, listClassOutcomes } from './funnel.ts';
import { putClassOutcomes } from './put-outcomes.ts';
import { getScoreboard, listFigureRecords } from './scoreboard.ts';

export type { AssessmentToRecord, OutcomeToRecord } from './record-outcomes.ts';
export { recordAssessments, recordOutcomes } from './record-outcomes.ts';
export type { OutcomesTables } from './tables.ts';
export { outcomesTables } from './tables.ts';

const operations: OperationsOf<typeof contract> = {
  scoreboard: { get: getScoreboard, records: listFigureRecords },
  classes: { list: listClassOutcomes, get: getClassOutcomes, put: putClassOutcomes },
  funnel: getFunnel,
  mine: getMyOutcomes,
};

/** The outcomes module: marks, offers, employment and stay; the scoreboard of the four sides. */
export const outcomes: ServerModule = {
  name: 'outcomes',
  contract,
  operations,
  migrations: { room: 'outcomes', folder: new URL('../migrations/', import.meta.url) },
};
