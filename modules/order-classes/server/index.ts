import { setInternshipSource } from '@dualtrack/agreements/server';
import { type OperationsOf, reaction, type ServerModule } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { agreeGroup } from './agree-group.ts';
import { putApplication, withdrawApplication } from './apply.ts';
import { attendInterview } from './attend-interview.ts';
import { beginPlacement } from './begin-placement.ts';
import { bookInterview, cancelInterview, listOpenSlots } from './book-interview.ts';
import { leaveClass, listChanges, movePlacement } from './change-placement.ts';
import { addClassDates } from './class-dates.ts';
import { agreeSyllabus, getSyllabus, putSyllabus } from './courses.ts';
import { createClass, editClass, listStartable } from './draft-class.ts';
import { runFill, startFill } from './fill-class.ts';
import { placementsForAgreements } from './internship-source.ts';
import { addSlots, listInterviewers, listSlots, removeSlot } from './interviews.ts';
import { getLegalLimits } from './legal-limits.ts';
import { listMatchings, makeMatching } from './match-class.ts';
import { moveClass } from './move-class.ts';
import { myCalendar } from './my-calendar.ts';
import { getMyClass, listMyClasses } from './my-classes.ts';
import { onInternshipSigned, type SignedInternship } from './on-internship-signed.ts';
import { passDay } from './pass-day.ts';
import {
  answerPlacement,
  endPlacement,
  insureClass,
  listPlacements,
  recordDocuments,
  signAllPlacements,
  signPlacement,
} from './placements.ts';
import { publishMatching } from './publish-class.ts';
import { putPlacing } from './put-placing.ts';
import { getClass, listApplications, listClasses, searchClasses } from './read-classes.ts';
import { recordClassFacts } from './record-class-facts.ts';
import { recruitment } from './recruitment.ts';
import { previewRefill, refillClass } from './refill-class.ts';
import { getRubric, markRubric, putRubric } from './rubric.ts';
import { putScores } from './score.ts';
import { onLettersDue } from './send-letters.ts';
import type { OrderClassesTables } from './tables.ts';
import { tellPeople } from './tell-people.ts';

export { classesOf, classOf, placementsOf } from './class-doors.ts';
export type { OrderClassesTables } from './tables.ts';
export { orderClassesTables } from './tables.ts';

setInternshipSource(placementsForAgreements);
addClassDates();

const operations: OperationsOf<typeof contract> = {
  classes: {
    list: listClasses,
    startable: listStartable,
    create: createClass,
    get: getClass,
    edit: editClass,
    move: moveClass,
  },
  applications: {
    list: listApplications,
    put: putApplication,
    agree: agreeGroup,
    withdraw: withdrawApplication,
  },
  scores: { put: putScores },
  matchings: {
    list: listMatchings,
    limits: getLegalLimits,
    make: makeMatching,
    fill: startFill,
    publish: publishMatching,
  },
  refills: { preview: previewRefill, make: refillClass },
  placements: {
    list: listPlacements,
    answer: answerPlacement,
    sign: signPlacement,
    record: recordDocuments,
    signAll: signAllPlacements,
    insure: insureClass,
    begin: beginPlacement,
    end: endPlacement,
  },
  placing: { put: putPlacing },
  changes: { list: listChanges, leave: leaveClass, move: movePlacement },
  interviews: {
    list: listSlots,
    add: addSlots,
    remove: removeSlot,
    interviewers: listInterviewers,
    attend: attendInterview,
    open: listOpenSlots,
    book: bookInterview,
    cancel: cancelInterview,
    calendar: myCalendar,
  },
  rubric: { get: getRubric, put: putRubric, mark: markRubric },
  courses: { get: getSyllabus, put: putSyllabus, agree: agreeSyllabus },
  mine: { list: listMyClasses, get: getMyClass },
  ...recruitment,
};

/** The order classes module: agreement in force → class → choices and scores → stable placements. */
export const orderClasses: ServerModule = {
  name: 'order-classes',
  contract,
  operations,
  migrations: { room: 'order-classes', folder: new URL('../migrations/', import.meta.url) },
  search: searchClasses,
  daily: passDay,
  runs: { 'order-classes.fill': runFill },
  reactions: {
    'internship.in-force': reaction<OrderClassesTables, SignedInternship>(onInternshipSigned),
    'class.told': tellPeople,
    'class.letters-due': onLettersDue,
    'class.places-changed': reaction<OrderClassesTables, { classId: string }>((context, { classId }) =>
      recordClassFacts(context, classId),
    ),
  },
};
