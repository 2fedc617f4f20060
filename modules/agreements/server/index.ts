import type { OperationsOf, ServerModule } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { createAgreement } from './create-agreement.ts';
import { getDocument, previewAgreement, verifyKept, verifyUpload } from './documents.ts';
import { declineAgreement, endAgreement, fixAgreement, reopenAgreement } from './move-agreement.ts';
import { confirmSections, editSection, getOwnParty, setParty, setTerms } from './negotiate.ts';
import { getAgreement, listAgreements, searchAgreements, sectionHistory } from './read-agreements.ts';
import { addScan, registerOutside } from './register-agreement.ts';
import { signAgreement, signWithFile } from './sign-agreement.ts';
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

export type { SignatureFacts } from './agreement-doors.ts';
export { agreementOf, agreementsOfOrder, signaturesOf, standingAgreements } from './agreement-doors.ts';
export type { RegisteredAgreement } from './register-agreement.ts';
export { registerAgreement } from './register-agreement.ts';
export { signingTables } from './signing-tables.ts';
export type { AgreementsTables, Party } from './tables.ts';
export { agreementsTables } from './tables.ts';

const operations: OperationsOf<typeof contract> = {
  list: listAgreements,
  get: getAgreement,
  create: createAgreement,
  setTerms,
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
  register: registerOutside,
  addScan,
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
};
