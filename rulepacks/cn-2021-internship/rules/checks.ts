import type { Condition, Moment } from '@dualtrack/rules';
import { condition, type FactName } from '../facts.ts';

interface Timing {
  readonly from?: Moment;
}

type DayName = Extract<
  FactName,
  | 'consent.student.signedAt'
  | 'consent.guardian.signedAt'
  | 'placement.schoolApprovalAt'
  | 'school.publishedAt'
  | 'training.safety.completedAt'
>;

/** It was done, and not after the first day of the placement where that is known. */
export function doneByStart(code: string, name: DayName, timing: Timing = {}): Condition {
  return condition({
    ...timing,
    code,
    needs: [name],
    uses: ['placement.start'],
    holds: (facts) => {
      const done = facts[name];
      const start = facts['placement.start'];
      return done !== null && (start === undefined || done <= start);
    },
    change: ({ 'placement.start': start }) =>
      start === undefined ? [] : [{ fact: name, must: 'be-at-most', value: start }],
  });
}

type DeclarationName = Extract<FactName, `declaration.${string}`>;

/** Somebody answers for it, with evidence; a statement without evidence leaves it unknown. */
export function declared(code: string, name: DeclarationName, timing: Timing = {}): Condition {
  return condition({
    ...timing,
    code,
    needs: [name],
    holds: (facts) => {
      const { holds, evidence } = facts[name];
      if (!holds) return false;
      return evidence.length > 0 || { missing: [`${name}/evidence`] };
    },
  });
}

type ComplaintKind = 'interference' | 'forced-host' | 'documents-retained' | 'guarantee';

/** No complaint of the kind was upheld; one that is still open leaves it unknown. */
export function noComplaint(code: string, kind: ComplaintKind, timing: Timing = {}): Condition {
  return condition({
    ...timing,
    code,
    needs: ['complaints'],
    holds: ({ complaints }) => {
      const open: string[] = [];
      for (const [index, complaint] of complaints.entries()) {
        if (complaint.kind !== kind) continue;
        if (complaint.state === 'upheld') return false;
        if (complaint.state === 'open') open.push(`complaints/${index}/state`);
      }
      return open.length === 0 || { missing: open };
    },
  });
}
