import { addDays, addMonths, daysBetween, shiftsOf } from '@dualtrack/rules';
import { REGISTER_ITEMS } from '../facts/stage.ts';
import { atLeast, atMost, condition, is } from '../facts.ts';
import { educationCode, labourCodeOnStages } from '../statute.ts';

const LEGOUX = 'https://www.legoux-associes.com/...';
const SECOB = 'https://www.secob.fr/...';
const TEN_HOURS = 600;

/** Whole days, the first and the last included. */
const lengthOf = (from: string, to: string) => daysBetween(from, to) + 1;

const wasHired = condition({
  code: 'hire.is-within-three-months',
  needs: ['hire.date', 'placement.end', 'placement.isFinalYear'],
  holds: (facts) => {
    const { 'hire.date': hired, 'placement.end': end } = facts;
    return facts['placement.isFinalYear'] && hired !== null && hired <= addMonths(end, 3);
  },
});

/** Tutor, post, presence, register, hiring and the certificate. */
export const stageHostRules = [
  educationCode({
    id: 'FR-S06',
    articles: 'L124-9, R124-13',
    kind: 'limit',
    checks: [atMost('tutor.at-most-three', 'tutor.activePlacements', 3)],
    remedy: 'tutor.assign-other',
    sources: [LEGOUX],
  }),
  educationCode({
    id: 'FR-S07',
    articles: 'L124-11',
    kind: 'limit',
    checks: [
      condition({
        code: 'post.waited-a-third',
        needs: ['post.previousPlacement', 'placement.start'],
        holds: (facts) => {
          const before = facts['post.previousPlacement'];
          if (before === null || before.internBrokeOff) return true;
          const free = daysBetween(before.to, facts['placement.start']) - 1;
          return free * 3 >= lengthOf(before.from, before.to);
        },
      }),
    ],
    remedy: 'placement.start-later',
    sources: ['http://www.mde-haute-saintonge.com/index.php?page=duree-du-stage'],
  }),
  educationCode({
    id: 'FR-S08',
    articles: 'L124-7',
    kind: 'prohibition',
    checks: [
      is('post.is-for-training', 'post.kind', 'training'),
      condition({
        code: 'declaration.no-job-replaced',
        needs: ['declaration.noJobReplaced'],
        holds: (facts) => {
          const { holds, evidence } = facts['declaration.noJobReplaced'];
          if (!holds) return false;
          return evidence.length > 0 || { missing: ['declaration.noJobReplaced/evidence'] };
        },
      }),
    ],
    remedy: 'post.choose-other',
    evidence: 'secondary page names the article; the detail is recalled',
    sources: ['https://www.associatheque.fr/fr/focus-stagiaire.html (L124-7 named); detail recalled'],
  }),
  educationCode({
    id: 'FR-S09',
    articles: 'L124-14 (Code du travail L3121-18)',
    kind: 'limit',
    moments: ['on_roster_publish'],
    checks: [
      condition({
        code: 'roster.ten-hours',
        needs: ['roster.shifts'],
        holds: (facts) => {
          const days = Map.groupBy(shiftsOf(facts['roster.shifts'], 1), ({ day }) => day);
          return [...days.values()].every(
            (day) => day.reduce((sum, { worked }) => sum + worked, 0) <= TEN_HOURS,
          );
        },
      }),
      is('host.keeps-presence-record', 'host.keepsPresenceRecord', true),
    ],
    remedy: 'roster.shorten-and-record',
    evidence: 'ten hours read in the text of L3121-18; L124-14 read in secondary pages',
    sources: [
      ...['Code du travail in npm @socialgouv/legi-data 2.513.0 (dateModif 2026-03-27)'],
      ...['L124-14 content: cci page item 6', SECOB],
    ],
  }),
  labourCodeOnStages({
    id: 'FR-S10',
    articles: 'L1221-13, D1221-23-1',
    kind: 'requirement',
    moments: ['before_start'],
    checks: [
      condition({
        code: 'register.entered-by-first-day',
        needs: ['register.entry', 'placement.start'],
        holds: (facts) => {
          const { 'register.entry': entry, 'placement.start': start } = facts;
          return entry !== null && entry.on <= start;
        },
      }),
      condition({
        code: 'register.entry-is-whole',
        needs: ['register.entry'],
        holds: (facts) => REGISTER_ITEMS.every((item) => facts['register.entry']?.items.includes(item)),
      }),
      atLeast('register.kept-five-years', 'register.retentionYears', 5),
    ],
    remedy: 'register.enter',
    evidence: 'statute text read; the five years in a secondary page',
    sources: [`5 years: ${SECOB}`],
  }),
  labourCodeOnStages({
    id: 'FR-S11',
    articles: 'R8113-3-1, R8115-6',
    kind: 'requirement',
    checks: [is('export.has-inspector-copy', 'export.hasInspectorCopy', true)],
    remedy: 'agreement.keep-copy',
    evidence: 'statute text read; the fines in a secondary page',
    sources: ['amounts: https://generali.fr/professionnel/actu/limite-nombre-stagiaires-entreprise'],
  }),
  labourCodeOnStages({
    id: 'FR-S12',
    articles: 'L1221-24',
    kind: 'requirement',
    moments: ['at_end'],
    when: [wasHired],
    checks: [
      condition({
        code: 'hire.length-deducted',
        needs: ['hire.daysDeducted', 'hire.hasSameActivities', 'placement.start', 'placement.end'],
        holds: (facts) => {
          const whole = lengthOf(facts['placement.start'], facts['placement.end']);
          return facts['hire.daysDeducted'] >= (facts['hire.hasSameActivities'] ? whole : 1);
        },
      }),
      condition({
        code: 'hire.seniority-counted',
        needs: ['hire.countsForSeniority', 'placement.start', 'placement.end'],
        holds: (facts) => {
          const isLonger = addDays(facts['placement.end'], 1) > addMonths(facts['placement.start'], 2);
          return !isLonger || facts['hire.countsForSeniority'];
        },
      }),
    ],
    remedy: 'hire.deduct',
  }),
  educationCode({
    id: 'FR-S13',
    articles: 'D124-9',
    kind: 'requirement',
    subject: 'host',
    moments: ['at_end'],
    checks: [
      condition({
        code: 'certificate.issued',
        needs: ['certificate.issuedAt', 'placement.end', 'policy.certificateDays'],
        holds: (facts, { on }) => {
          const last = addDays(facts['placement.end'], facts['policy.certificateDays']);
          return (facts['certificate.issuedAt'] ?? on) <= last;
        },
      }),
    ],
    remedy: 'certificate.issue',
    sources: ['https://facdeshumanites.univ-lyon3.fr/stages-toutes-les-modalites'],
  }),
] as const;
