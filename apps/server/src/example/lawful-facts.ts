import { layerCases } from '@dualtrack/cn-2021-internship/layers/cases';
import { dayAfter } from './day-after.ts';

/** Facts that the rooms themselves record of a placement; the example must not speak over them. */
const recordedByRooms =
  /^(student\.(birthDate|sex|majorCode|name|id)|placement\.(type|origin|start|end|schoolTeacherId|hostMentorId|planId|roster)|consent\.(student|guardian)\.|agreement\.(pay$|signatures|partyTypes)|insurance\.|host\.(legalName|unifiedSocialCreditCode)|post\.(hazardTags|wageStandard|sameKindStaff|majorCategory|allowedMajorCodes|physicalLabourGrade)|mentor\.activePlacements|incident\.)/;

/** Lawful by the regulations and by the other laws beside them. */
const lawfulPlacement = layerCases.lawful;
const host = '定远新材料集团有限公司';
const monthDays = 30;

/**
 * Class-wide facts of a lawful class of the example, moved to its own span: what the offices of both sides would file
 * before the start, and, for a class that is over, what was filed while it ran.
 */
export function lawfulFacts(
  span: { startsOn: string; endsOn: string },
  isOver: boolean,
): Record<string, unknown> {
  const before = (days: number) => dayAfter(span.startsOn, -days);
  const own: Record<string, unknown> = {
    'host.inspectionReport.date': before(80),
    'host.onDutyStaff': 620,
    'host.activeInterns': 36,
    'host.industryCode': 'C2614',
    'workplace.operator': host,
    'post.activeInterns': 3,
    'post.hazardAssessment': { on: before(90), requiredPpe: ['helmet', 'ear-plugs'] },
    'school.publishedAt': before(60),
    'training.safety.completedAt': before(3),
    'placement.registeredAt': before(10),
    'placement.reportedToRegulatorAt': before(9),
    'student.postPlacementDays': 180,
    'payroll.payer': host,
    'payment.payer': host,
    'healthCheck.dates': [before(20)],
    'identity.checkedAt': span.startsOn,
    'minor.registeredAt': before(8),
  };
  const later =
    /^(payment\.|attendance\.|journal\.|report\.|visit\.|assessment\.(hostScore|schoolScore|final|grade)|transcript\.|credits$|archive\.|mentor\.sessions|ledger\.|payroll\.|student\.survey|complaint|calendar\.restRespected)/;
  const statement = { holds: true, by: 'office', on: before(20), evidence: ['example'] };
  const weeks = Math.floor(daysBetween(span) / 7);
  const during: Record<string, unknown> = {
    'payment.dates': days(span, monthDays),
    'visit.logs': days(span, 21),
    'journal.entries': weeks + 1,
    'mentor.sessions': weeks + 1,
    'report.submittedAt': dayAfter(span.endsOn, 2),
    'transcript.postedAt': dayAfter(span.endsOn, 3),
    'attendance.days': [{ date: span.startsOn, in: '08:21', out: '17:04', breakMinutes: 60 }],
  };
  const facts: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(lawfulPlacement)) {
    if (recordedByRooms.test(name) || name === 'journal.taskTags') continue;
    if (later.test(name) && !isOver) continue;
    const isStatement = name.startsWith('declaration.');
    facts[name] = isStatement ? statement : (own[name] ?? during[name] ?? value);
  }
  if (isOver) Object.assign(facts, practisedFacts(span, host));
  // Paid by person, not by class: nothing in the example's files says how much.
  delete facts['payment.amount'];
  return facts;
}

/** What the rotation plan and the journals of a finished class said; the example's files keep neither hours nor tasks. */
function practisedFacts({ startsOn, endsOn }: { startsOn: string; endsOn: string }, planId: string) {
  const hours = { start: '08:30', end: '17:00', breakMinutes: 60 };
  return {
    'placement.planId': planId,
    'placement.roster': [
      { from: startsOn, to: endsOn, weekdays: [1, 2, 3, 4, 5], ...hours, skipsOffDays: true },
    ],
    'mentor.activePlacements': 4,
    'journal.taskTags': lawfulPlacement['journal.taskTags'],
    'incident.occurredAt': null,
    'incident.reportedAt': null,
    'incident.claimId': null,
  };
}

function daysBetween(span: { startsOn: string; endsOn: string }): number {
  return (Date.parse(span.endsOn) - Date.parse(span.startsOn)) / 86_400_000;
}

/** Every so many days within a span, its last day included. */
function days(span: { startsOn: string; endsOn: string }, step: number): string[] {
  const found: string[] = [];
  for (let day = dayAfter(span.startsOn, step - 1); day < span.endsOn; day = dayAfter(day, step))
    found.push(day);
  return [...found, span.endsOn];
}
