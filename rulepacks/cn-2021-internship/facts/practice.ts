import { fact, shape } from '@dualtrack/rules';
import { day, dayOrNone, declaration, textOrNone, times } from './forms.ts';

/** What must be on file for a student at the end. */
export const ARCHIVE_ITEMS = [
  'agreement',
  'plan',
  'report',
  'assessment',
  'journal',
  'inspection-records',
  'summary',
  'evidence',
] as const;

const taskTime = () =>
  shape.either(
    shape.text(),
    shape.object({ tag: shape.text(), hours: shape.number(), on: shape.optional(day()) }),
  );

const complaint = () =>
  shape.object({
    kind: shape.oneOf(['interference', 'forced-host', 'documents-retained', 'guarantee', 'other']),
    state: shape.oneOf(['open', 'upheld', 'dismissed']),
    on: shape.optional(day()),
  });

/** Facts that arise while the placement runs and when it is assessed. */
export const practiceFacts = {
  'programme.typicalTasks': fact(
    shape.listOf(shape.text()),
    'Typical work tasks of the posts the major prepares for',
    {
      aliases: ['programme.typicalTasks[]'],
    },
  ),
  'rotation.plan': fact(shape.listOf(taskTime()), 'Planned tasks, each with its hours where known', {
    aliases: ['rotation plan'],
  }),
  'journal.taskTags': fact(
    shape.listOf(taskTime()),
    'Tasks in the journal, each with hours and day where known',
    {
      aliases: ['journal.taskTags[]'],
    },
  ),
  'task.isSimpleRepetitive': fact(
    shape.byName(shape.flag()),
    'By task: whether it is simple repetitive labour',
  ),
  'journal.entries': fact(times(), 'Journal entries: their days, or how many', {
    aliases: ['journal.entries[]'],
  }),
  'report.submittedAt': fact(dayOrNone(), 'Day the student handed in the final report'),
  'visit.logs': fact(shape.listOf(day()), 'Days on which the teacher visited', { aliases: ['visit.logs[]'] }),
  'incident.occurredAt': fact(shape.orNone(shape.instant()), 'When an incident happened; null = none has'),
  'incident.reportedAt': fact(shape.orNone(shape.instant()), 'When it was reported'),
  'incident.claimId': fact(textOrNone(), 'The insurance claim for it'),
  complaints: fact(shape.listOf(complaint()), 'Complaints on record; [] = none', {
    aliases: ['complaint records'],
  }),
  'complaint.caseLog': fact(shape.flag(), 'Whether complaints are kept in a case log'),
  'declaration.noInterference': fact(
    declaration(),
    'Nobody has interfered with how the school arranges internships',
  ),
  'declaration.noForcedHost': fact(declaration(), 'Nobody has forced a host on the school'),
  'declaration.host': fact(declaration(), 'The host keeps no documents of the student'),
  'declaration.noGuarantee': fact(declaration(), 'Nobody has asked the student for a guarantee or property'),
  'declaration.noAgentSanction': fact(
    declaration(),
    'No penalty for internships through agents stands against school or agency',
  ),
  'declaration.noBrokerage': fact(
    declaration(),
    'Nobody concerned is being held liable for brokering interns',
  ),
  'training.safety.completedAt': fact(dayOrNone(), 'Day the safety training was completed'),
  'training.safety.score': fact(shape.number(), 'Result of its examination'),
  'training.safety.passMark': fact(shape.number(), 'Result needed to pass'),
  'ppe.issued': fact(shape.listOf(shape.text()), 'Protective articles handed to the student', {
    aliases: ['ppe.issued[]'],
  }),
  'emergency.contacts': fact(shape.listOf(shape.text()), 'Emergency contacts on both sides', {
    aliases: ['contacts'],
  }),
  'assessment.hostScore': fact(shape.orNone(shape.number()), 'Score given by the host'),
  'assessment.schoolScore': fact(shape.orNone(shape.number()), 'Score given by the school'),
  'assessment.final': fact(shape.orNone(shape.number()), 'Final score'),
  'transcript.postedAt': fact(dayOrNone(), 'Day the result entered the academic record'),
  'assessment.weights': fact(
    shape.byName(shape.number()),
    'Weights of the dimensions assessed; one of them attendance',
  ),
  'assessment.schemeOrigin': fact(shape.oneOf(['school', 'joint', 'host']), 'Who made the assessment scheme'),
  'assessment.rubric': fact(shape.oneOf(['student', 'employee']), 'Whom its standards are made for'),
  'assessment.grade': fact(shape.oneOf(['excellent', 'good', 'pass', 'fail', 'other']), 'Grade given'),
  credits: fact(shape.number(), 'Credits given for the internship'),
  'archive.items': fact(shape.listOf(shape.oneOf(ARCHIVE_ITEMS)), 'What is on file for the student', {
    aliases: ['archive.items[]'],
  }),
};
