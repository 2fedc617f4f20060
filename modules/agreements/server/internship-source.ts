import type { TransactionContext } from '@dualtrack/platform/operation';
import type { InternshipFacts } from '../internship.ts';

/** A class with placements for which tripartite agreements are made, in the school's home. */
export type InternshipClass = {
  classId: string;
  enterpriseId: string;
  name: string;
  startsOn: string;
  endsOn: string;
  teacherName: string;
  mentorName: string;
  /** The agreement under which the class was formed. */
  agreementId: string;
  /** Placements that stand. */
  placements: number;
};

/** One standing placement; facts of the student are this room's to ask for. */
export type InternshipPlacement = Omit<InternshipFacts, 'student' | 'teacherName' | 'mentorName'> & {
  placementId: string;
  studentId: string;
  studentName: string;
  endsOn: string;
};

/** What a later room tells of its classes and placements; called in the school's home only. */
export type InternshipSource = {
  classes(context: TransactionContext<never>): Promise<InternshipClass[]>;
  placements(context: TransactionContext<never>, classId: string): Promise<InternshipPlacement[]>;
};

let source: InternshipSource = { classes: async () => [], placements: async () => [] };

/** Door: the room that keeps placements says how they are read. */
export function setInternshipSource(next: InternshipSource): void {
  source = next;
}

/** The source that was set; without one there are no classes. */
export function internshipSource(): InternshipSource {
  return source;
}
