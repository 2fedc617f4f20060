import { schoolHomes } from '@dualtrack/accounts/server';
import { sealEvidenceWith } from '@dualtrack/compliance/server';
import { type OperationsOf, reaction, type ServerModule } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { getLaw } from './agreement-law.ts';
import { getCourse } from './amend-course.ts';
import { beginAmendment } from './amend-draft.ts';
import { onInForce } from './amend-in-force.ts';
import { answerNotice, giveNotice } from './amend-notice.ts';
import { beginRenewal } from './amend-renew.ts';
import { calendarFeed, createFeed, listFeeds, revokeFeed } from './calendar-feed.ts';
import { closeDocument } from './close-document.ts';
import { createAgreement } from './create-agreement.ts';
import { getDocument, previewAgreement, verifyKept, verifyUpload } from './documents.ts';
import { getInternshipClass, listInternshipClasses } from './internship-classes.ts';
import { confirmInternships, runConfirmInternships } from './internship-confirm.ts';
import { makeInternships, runMakeInternships } from './internship-make.ts';
import {
  answerMyInternship,
  declineMyInternship,
  getMyInternship,
  listMyInternships,
  myInternshipDocument,
  signMyInternship,
} from './internship-mine.ts';
import { declineAgreement, endAgreement, fixAgreement, reopenAgreement } from './move-agreement.ts';
import { confirmSections, editSection, getOwnParty, setParty, setTerms } from './negotiate.ts';
import { commentSection, resolveThread } from './negotiate-comments.ts';
import { answerProposal, openNegotiation, proposeWording } from './negotiate-proposals.ts';
import { getNegotiation } from './negotiation-view.ts';
import { askedOf } from './obligation-asked.ts';
import { answerObligation, listObligations, wishObligation } from './obligation-changes.ts';
import { answerEvidence, evidenceFile, giveEvidence, listFacts } from './obligation-evidence.ts';
import { openObligations } from './obligation-open.ts';
import { askOverride, decideOverride, withdrawOverride } from './overrides.ts';
import { answerPaper } from './paper-answer.ts';
import { passDay } from './pass-day.ts';
import { getAgreement, listAgreements, searchAgreements, sectionHistory } from './read-agreements.ts';
import { answerRecorded } from './recorded-answer.ts';
import { addScan, registerOutside } from './register-agreement.ts';
import { getAnswers, setAnswers } from './set-answers.ts';
import { signAgreement, signWithFile } from './sign-agreement.ts';
import { remindSigners } from './sign-reminders.ts';
import { declineOwnSlot } from './signing-decline.ts';
import { revokeSigningLink, sendSigningLink } from './signing-link.ts';
import { putHandwriting, putSeal, removeSeal } from './signing-marks.ts';
import {
  declineByLink,
  enterCode,
  linkDocument,
  linkHandwriting,
  openSigning,
  showLink,
  signByLink,
} from './signing-open.ts';
import {
  getMandate,
  getSigning,
  putMandate,
  revokeMandate,
  setSigningDue,
  setSigningPlan,
} from './signing-plan.ts';
import type { AgreementsTables } from './tables.ts';
import { previewTemplate } from './template-preview.ts';
import { getTemplate, listTemplates, standardTemplate } from './template-read.ts';
import {
  copyTemplate,
  discardTemplateDraft,
  newTemplateDraft,
  publishTemplate,
  saveTemplate,
} from './template-write.ts';
import { verifyOpen } from './verify-open.ts';

export type { SignatureFacts } from './agreement-doors.ts';
export { agreementOf, agreementsOfOrder, signaturesOf, standingAgreements } from './agreement-doors.ts';
export { amendmentTables } from './amendment-tables.ts';
export type { CalendarAsked, CalendarSource } from './calendar-feed.ts';
export { addCalendarSource } from './calendar-feed.ts';
export { closeDocument } from './close-document.ts';
export type { AgreementDraft } from './draft-standard.ts';
export { draftStandardAgreement } from './draft-standard.ts';
export type { InternshipClass, InternshipPlacement, InternshipSource } from './internship-source.ts';
export { setInternshipSource } from './internship-source.ts';
export { obligationTables } from './obligation-tables.ts';
export type { Appointment } from './put-appointment.ts';
export { putAppointment } from './put-appointment.ts';
export type { ClassToReport, FactToReport } from './record-fact.ts';
export { recordFact, reportClass } from './record-fact.ts';
export { recordedTables } from './recorded-tables.ts';
export type { RegisteredAgreement } from './register-agreement.ts';
export { registerAgreement } from './register-agreement.ts';
export { signingTables } from './signing-tables.ts';
export { studentTables } from './student-tables.ts';
export type { AgreementsTables, Party } from './tables.ts';
export { agreementsTables } from './tables.ts';
export { templateTables } from './template-tables.ts';

sealEvidenceWith(async (at, title, pdf) => (await closeDocument(at, title, pdf)).pdf);

const operations: OperationsOf<typeof contract> = {
  list: listAgreements,
  get: getAgreement,
  law: getLaw,
  create: createAgreement,
  setTerms,
  answers: getAnswers,
  setAnswers,
  ownParty: getOwnParty,
  setParty,
  editSection,
  sectionHistory,
  confirm: confirmSections,
  fix: fixAgreement,
  reopen: reopenAgreement,
  sign: signAgreement,
  decline: declineAgreement,
  end: endAgreement,
  preview: previewAgreement,
  document: getDocument,
  verification: verifyKept,
  verify: verifyUpload,
  verifyOpen,
  register: registerOutside,
  addScan,
  obligations: {
    open: openObligations,
    asked: askedOf,
    answerRecorded,
    list: listObligations,
    facts: listFacts,
    wish: wishObligation,
    answer: answerObligation,
    giveEvidence,
    answerEvidence,
    evidenceFile,
    feeds: { list: listFeeds, create: createFeed, revoke: revokeFeed },
  },
  amendments: {
    course: getCourse,
    amend: beginAmendment,
    renew: beginRenewal,
    giveNotice,
    answerNotice,
    answerPaper,
  },
  internships: {
    classes: listInternshipClasses,
    ofClass: getInternshipClass,
    make: makeInternships,
    confirm: confirmInternships,
    mine: {
      list: listMyInternships,
      get: getMyInternship,
      answer: answerMyInternship,
      document: myInternshipDocument,
      sign: signMyInternship,
      decline: declineMyInternship,
    },
  },
  templates: {
    list: listTemplates,
    standard: standardTemplate,
    get: getTemplate,
    copy: copyTemplate,
    save: saveTemplate,
    publish: publishTemplate,
    newDraft: newTemplateDraft,
    discard: discardTemplateDraft,
    preview: previewTemplate,
  },
  negotiation: {
    get: getNegotiation,
    open: openNegotiation,
    propose: proposeWording,
    answer: answerProposal,
    comment: commentSection,
    resolve: resolveThread,
  },
  overrides: { ask: askOverride, decide: decideOverride, withdraw: withdrawOverride },
  signing: {
    get: getSigning,
    setPlan: setSigningPlan,
    setDue: setSigningDue,
    putMandate,
    mandate: getMandate,
    revokeMandate,
    sendLink: sendSigningLink,
    revokeLink: revokeSigningLink,
    putSeal,
    removeSeal,
    putHandwriting,
    signWithFile,
    decline: declineOwnSlot,
    link: {
      show: showLink,
      enterCode,
      open: openSigning,
      document: linkDocument,
      putHandwriting: linkHandwriting,
      sign: signByLink,
      decline: declineByLink,
    },
  },
};

/** The agreements module: from an accepted order over negotiated clauses to a signed paper in force. */
export const agreements: ServerModule = {
  name: 'agreements',
  contract,
  operations,
  migrations: { room: 'agreements', folder: new URL('../migrations/', import.meta.url) },
  search: searchAgreements,
  reactions: { 'agreement.in-force': reaction<AgreementsTables, { agreementId: string }>(onInForce) },
  daily: async (kernel) => {
    await passDay(kernel);
    for (const home of await schoolHomes(kernel)) await remindSigners(kernel, home);
  },
  runs: {
    'agreements.make-internships': runMakeInternships,
    'agreements.confirm-internships': runConfirmInternships,
  },
  documents: [calendarFeed],
};
