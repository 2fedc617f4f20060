import type { FigureKey } from '../../figure.ts';
import {
  internsThisWeek,
  offersJoined,
  seatsFilled,
  seatsOrdered,
  stayedSixMonths,
} from './enterprise-figures.ts';
import type { FigureRows } from './figure-rows.ts';
import {
  agreementsInForce,
  classStudents,
  doubleQualified,
  joinedPartner,
  majorMatched,
  openVerdicts,
} from './school-figures.ts';
import { assessmentMean, firstChoice, offerShare, payMean } from './student-figures.ts';
import { classesLed, studentsAssessed, studentsAttention, studentsLed } from './teacher-figures.ts';

/** The records of every figure; the figure itself is made from them and from nothing else. */
export const figureRows: Readonly<Record<FigureKey, FigureRows>> = {
  'seats-ordered': seatsOrdered,
  'seats-filled': seatsFilled,
  'interns-this-week': internsThisWeek,
  'offers-joined': offersJoined,
  'stayed-six-months': stayedSixMonths,
  'agreements-in-force': agreementsInForce,
  'class-students': classStudents,
  'major-matched': majorMatched,
  'joined-partner': joinedPartner,
  'open-verdicts': openVerdicts,
  'double-qualified': doubleQualified,
  'classes-led': classesLed,
  'students-led': studentsLed,
  'students-attention': studentsAttention,
  'students-assessed': studentsAssessed,
  'first-choice': firstChoice,
  'assessment-mean': assessmentMean,
  'offer-share': offerShare,
  'pay-mean': payMean,
};
