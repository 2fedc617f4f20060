import { answerAppeal, decideAppeal, listAppeals } from './appeals.ts';
import { documentFile, listDocuments } from './application-documents.ts';
import { addBriefing, cancelBriefing, editBriefing, listBriefings } from './briefings.ts';
import { importClassSheet } from './class-sheets.ts';
import { exportClassBook, exportClassSheet } from './export-class.ts';
import { listMyAppeals, makeAppeal, withdrawAppeal } from './my-appeals.ts';
import { listMyBriefings, signUpForBriefing } from './my-briefings.ts';
import { addDocument, listMyDocuments, removeDocument, shareDocuments } from './my-documents.ts';
import { markNoticeSeen, myNotices } from './my-notices.ts';

/** Operations of the campaign beside class and application: information sessions, papers, appeals, spreadsheets, notices. */
export const recruitment = {
  briefings: {
    list: listBriefings,
    add: addBriefing,
    edit: editBriefing,
    cancel: cancelBriefing,
    mine: listMyBriefings,
    signUp: signUpForBriefing,
  },
  documents: {
    list: listDocuments,
    mine: listMyDocuments,
    add: addDocument,
    remove: removeDocument,
    share: shareDocuments,
    file: documentFile,
  },
  appeals: {
    list: listAppeals,
    mine: listMyAppeals,
    make: makeAppeal,
    withdraw: withdrawAppeal,
    decide: decideAppeal,
    answer: answerAppeal,
  },
  sheets: { export: exportClassSheet, import: importClassSheet },
  book: { get: exportClassBook },
  notices: { mine: myNotices, seen: markNoticeSeen },
};
