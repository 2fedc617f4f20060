import { type OperationsOf, reaction, type ServerModule } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { checkClass, enterFact } from './enter-fact.ts';
import { evaluateClass } from './evaluate-class.ts';
import { getEvidence } from './evidence-pack.ts';
import { attachToFiling, fileForClass, listFilings, readFilingFile, withdrawFiling } from './filings.ts';
import { getLibrary } from './library.ts';
import { lintAgreement } from './lint-terms.ts';
import { getOverview } from './overview.ts';
import { passDay } from './pass-day.ts';
import { getPast } from './past-class.ts';
import { attachToPayment, readPaymentPaper } from './payment-papers.ts';
import { listPayments, recordPayments } from './payments.ts';
import { getClass, listClasses } from './read-classes.ts';
import { listFacts } from './read-facts.ts';
import { getTrend } from './read-trend.ts';
import { getVerdict } from './read-verdict.ts';
import { reportChoices, reportTrend } from './report-lists.ts';
import { getReport, listReports } from './reports.ts';
import { setJurisdiction } from './set-jurisdiction.ts';
import type { ComplianceTables } from './tables.ts';
import { tryFacts } from './try-facts.ts';

export type { ClassToldOf } from './describe-class.ts';
export { describeClass } from './describe-class.ts';
export type { ClassCheck } from './evaluate-class.ts';
export { evaluateClass, latestVerdicts } from './evaluate-class.ts';
export { type EvidenceSeal, sealEvidenceWith } from './evidence-pack.ts';
export type { PlacementVerdict } from './judge-placements.ts';
export { type LegalBar, type LegalLimit, legalFrame } from './legal-limits.ts';
export { type JudgedFor, type JudgedTerms, judgeTerms, type PlacementOfTerms } from './lint-terms.ts';
export { askToSetAside, moveOverride, type OverrideHand, type OverrideSubject } from './overrides.ts';
export type { FactToRecord } from './record-facts.ts';
export { factsOf, recordFacts } from './record-facts.ts';
export type { ComplianceTables } from './tables.ts';
export { complianceTables } from './tables.ts';

const operations: OperationsOf<typeof contract> = {
  overview: getOverview,
  classes: {
    list: listClasses,
    get: getClass,
    check: checkClass,
    file: fileForClass,
    setJurisdiction,
    past: getPast,
    tryFacts,
    evidence: getEvidence,
  },
  payments: {
    list: listPayments,
    record: recordPayments,
    attach: attachToPayment,
    file: readPaymentPaper,
  },
  trend: getTrend,
  filings: { list: listFilings, withdraw: withdrawFiling, attach: attachToFiling, file: readFilingFile },
  verdict: getVerdict,
  facts: { list: listFacts, record: enterFact },
  library: getLibrary,
  lint: lintAgreement,
  reports: { list: listReports, get: getReport, choices: reportChoices, trend: reportTrend },
};

/** A class has moved: what is due now is asked, and the counts at the host follow. */
const checkAgain = reaction<ComplianceTables, { classId: string }>(async (context, { classId }) => {
  await evaluateClass(context, { classId });
});

/** A plan was judged when it was published: what was asked then stays the question. */
const checkAsBefore = reaction<ComplianceTables, { classId: string }>(async (context, { classId }) => {
  await evaluateClass(context, { classId, moment: 'as-before' });
});

/** The compliance module: facts of classes, judged by the law of internships, with where each fact came from. */
export const compliance: ServerModule = {
  name: 'compliance',
  contract,
  operations,
  migrations: { room: 'compliance', folder: new URL('../migrations/', import.meta.url) },
  reactions: {
    'class.published': checkAgain,
    'class.started': checkAgain,
    'class.finished': checkAgain,
    'rotation.published': checkAsBefore,
  },
  daily: passDay,
};
