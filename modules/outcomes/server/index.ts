import type { OperationsOf, ServerModule } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { getClassOutcomes, getMyOutcomes } from './class-outcomes.ts';
import { getFunnel, listClassOutcomes } from './funnel.ts';
import { importOutcomes, outcomeTemplate } from './import-outcomes.ts';
import { getClassMarks, putClassMarks } from './marks.ts';
import { putClassOutcomes } from './put-outcomes.ts';
import { getScoreboard, listFigureRecords } from './scoreboard.ts';
import { getScoreboardPaper } from './scoreboard-paper.ts';
import { getTrend } from './trend.ts';
import { getWay, listWayPeople } from './way.ts';

export type { AssessmentToRecord, OutcomeToRecord } from './record-outcomes.ts';
export { recordAssessments, recordOutcomes } from './record-outcomes.ts';
export type { OutcomesTables } from './tables.ts';
export { outcomesTables } from './tables.ts';

const operations: OperationsOf<typeof contract> = {
  scoreboard: { get: getScoreboard, records: listFigureRecords },
  classes: { list: listClassOutcomes, get: getClassOutcomes, put: putClassOutcomes },
  marks: { get: getClassMarks, put: putClassMarks },
  imports: { make: importOutcomes, template: outcomeTemplate },
  trend: getTrend,
  paper: getScoreboardPaper,
  funnel: getFunnel,
  way: { get: getWay, people: listWayPeople },
  mine: getMyOutcomes,
};

/** The outcomes module: marks, offers, employment and stay; the scoreboard of the four sides. */
export const outcomes: ServerModule = {
  name: 'outcomes',
  contract,
  operations,
  migrations: { room: 'outcomes', folder: new URL('../migrations/', import.meta.url) },
};
