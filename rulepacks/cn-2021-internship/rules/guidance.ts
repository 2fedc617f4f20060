import type { Answer } from '@dualtrack/rules';
import { condition, present } from '../facts.ts';
import { coverage, ofLastFourWeeks, simpleShare, type TaskTime } from '../reading/tasks.ts';
import { familiarisation } from './exceptions.ts';
import { regulation } from './regulation.ts';

/** Whether simple repetitive labour keeps within its share; a task that is not flagged either way leaves it open. */
function withinSimpleShare(
  tasks: readonly TaskTime[],
  facts: {
    readonly 'task.isSimpleRepetitive': Readonly<Record<string, boolean>>;
    readonly 'policy.maxSimpleTaskShare': number;
  },
): Answer {
  const share = simpleShare(tasks, facts['task.isSimpleRepetitive']);
  if (typeof share === 'number') return share <= facts['policy.maxSimpleTaskShare'];
  return { missing: share.unflagged.map((tag) => `task.isSimpleRepetitive/${tag}`) };
}

/** Chapter 2: what is learnt, and who guides. */
export const guidanceRules = [
  // 覆盖典型工作任务 · The typical tasks are covered
  regulation({
    id: 'CN-INT-013',
    says: {
      'zh-CN': '实习内容应基本覆盖专业对应岗位（群）的典型工作任务。',
      en: 'The work should basically cover the typical tasks of the posts the major prepares for.',
    },
    article: { number: '11', chapter: 2, confidence: 'inferred', note: '2016 number + 1' },
    subject: 'both',
    kind: 'requirement',
    severity: 'warn',
    moments: ['on_plan', 'monthly'],
    checks: [
      condition({
        code: 'placement.covers-typical-tasks',
        needs: ['programme.typicalTasks', 'placement.tasks', 'policy.minTaskCoverage'],
        holds: (facts) =>
          coverage(facts['programme.typicalTasks'], facts['placement.tasks']) >=
          facts['policy.minTaskCoverage'],
      }),
      condition({
        code: 'journal.covers-typical-tasks',
        needs: ['programme.typicalTasks', 'journal.taskTags', 'policy.minTaskCoverage'],
        from: 'monthly',
        holds: (facts) =>
          coverage(facts['programme.typicalTasks'], facts['journal.taskTags']) >=
          facts['policy.minTaskCoverage'],
      }),
    ],
    exceptions: [familiarisation],
    remedy: 'placement.widen-tasks',
    waivableBy: 'school',
    provenance: { verified: false, evidence: 'provincial copy seen, national text not', sources: ['SHX'] },
  }),
  // 不得只做简单重复劳动 · Not only simple repetitive work
  regulation({
    id: 'CN-INT-014',
    says: {
      'zh-CN': '不得只安排学生从事简单重复劳动。',
      en: 'Students must not be given nothing but simple repetitive labour.',
    },
    article: { number: '11', chapter: 2, confidence: 'inferred', note: '2016 number + 1' },
    subject: 'both',
    kind: 'prohibition',
    severity: 'warn',
    redLine: true,
    moments: ['on_roster_publish', 'weekly'],
    checks: [
      condition({
        code: 'rotation.not-only-simple',
        needs: ['rotation.plan', 'task.isSimpleRepetitive', 'policy.maxSimpleTaskShare'],
        holds: (facts) => withinSimpleShare(facts['rotation.plan'], facts),
      }),
      condition({
        code: 'journal.not-only-simple',
        needs: ['journal.taskTags', 'task.isSimpleRepetitive', 'policy.maxSimpleTaskShare'],
        from: 'weekly',
        holds: (facts, { on }) => withinSimpleShare(ofLastFourWeeks(facts['journal.taskTags'], on), facts),
      }),
    ],
    remedy: 'placement.vary-tasks',
    provenance: { verified: true, evidence: 'press_quote', sources: ['XH', 'BBT', 'GMD'] },
  }),
  // 有指导教师和带教师傅 · A teacher and a mentor
  regulation({
    id: 'CN-INT-015',
    says: {
      'zh-CN': '学校和单位分别选派人员，全程指导、共同管理。',
      en: 'School and host each name a person who guides the student through the whole internship.',
    },
    article: { number: '12', chapter: 2, confidence: 'recalled' },
    subject: 'both',
    kind: 'requirement',
    severity: 'block',
    moments: ['before_start'],
    checks: [
      present('placement.has-teacher', 'placement.schoolTeacherId'),
      present('placement.has-mentor', 'placement.hostMentorId'),
      condition({
        code: 'mentor.load',
        needs: ['mentor.activePlacements', 'policy.mentorMaxLoad'],
        holds: (facts) => facts['mentor.activePlacements'] <= facts['policy.mentorMaxLoad'],
        change: (facts) => [
          { fact: 'mentor.activePlacements', must: 'be-at-most', value: facts['policy.mentorMaxLoad'] },
        ],
      }),
      condition({
        code: 'teacher.load',
        needs: ['policy.teacherMaxLoad'],
        uses: ['teacher.activePlacements'],
        holds: (facts) => (facts['teacher.activePlacements'] ?? 0) <= facts['policy.teacherMaxLoad'],
        change: (facts) => [
          { fact: 'teacher.activePlacements', must: 'be-at-most', value: facts['policy.teacherMaxLoad'] },
        ],
      }),
    ],
    remedy: 'placement.assign-teacher-and-mentor',
    provenance: {
      verified: false,
      evidence: 'recalled; VEL Art.50 guidance right seen',
      sources: ['REC', 'VEL'],
    },
  }),
];
