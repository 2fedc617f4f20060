import { newId } from '@dualtrack/platform/ids';
import type { TransactionContext } from '@dualtrack/platform/operation';
import type { NoticeKind } from '../notice.ts';

/** What of a happening is said; `happening` is given where the same one may be noticed twice. */
type About = {
  happening?: string;
  studentId?: string;
  byPerson?: string;
  on?: string;
  at?: Date;
  round?: number;
};

/** What `class.told` carries. */
export type Told = {
  classId: string;
  enterpriseId: string;
  kind: NoticeKind;
  happening: string;
  happenedAt: string;
  studentId: string | null;
  byPerson: string | null;
  on: string | null;
  at: string | null;
  round: number | null;
};

/** Something about a class that people are to be told; the context is that of the school's home. */
export function told(
  now: Date,
  orderClass: { id: string; enterpriseId: string },
  kind: NoticeKind,
  about: About = {},
): Told {
  const { happening = newId(), studentId = null, byPerson = null, on = null, at, round = null } = about;
  return {
    happenedAt: now.toISOString(),
    ...{
      classId: orderClass.id,
      enterpriseId: orderClass.enterpriseId,
      kind,
      happening,
      studentId,
      byPerson,
    },
    ...{ on, at: at?.toISOString() ?? null, round },
  };
}

/** Lets people be told once the transaction has committed; letters are written outside of it. */
export async function tell<Tables>(
  context: TransactionContext<Tables>,
  orderClass: { id: string; enterpriseId: string },
  kind: NoticeKind,
  about: About = {},
): Promise<void> {
  await context.emit('class.told', told(context.now, orderClass, kind, about));
}
