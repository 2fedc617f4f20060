import type { InternshipSource } from '@dualtrack/agreements/server';
import { placementTransitions } from '../placement.ts';
import { ownDb } from './class-doors.ts';

const standing = placementTransitions.record.from;

/** What agreements reads here to make tripartite internship agreements of a class that has been published. */
export const placementsForAgreements: InternshipSource = {
  async classes(context) {
    const rows = await ownDb(context)
      .selectFrom('orderClass as c')
      .select((eb) => [
        ...(['c.id as classId', 'c.enterpriseId', 'c.name', 'c.startsOn', 'c.endsOn'] as const),
        ...(['c.teacherName', 'c.mentorName', 'c.agreementId'] as const),
        eb
          .selectFrom('placement as p')
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .whereRef('p.tenantId', '=', 'c.tenantId')
          .whereRef('p.classId', '=', 'c.id')
          .where('p.state', 'in', standing)
          .as('placements'),
      ])
      .where('c.tenantId', '=', context.tenant)
      .where('c.state', 'in', ['published', 'running'])
      .orderBy('c.startsOn', 'desc')
      .execute();
    return rows.map((row) => ({ ...row, placements: Number(row.placements ?? 0) }));
  },
  async placements(context, classId) {
    const rows = await ownDb(context)
      .selectFrom('placement as p')
      .leftJoin('classSeat as s', (join) =>
        join.onRef('s.tenantId', '=', 'p.tenantId').onRef('s.id', '=', 'p.seatId'),
      )
      .select([
        ...(['p.id as placementId', 'p.studentId', 'p.studentName', 'p.postTitle', 'p.postTitleEn'] as const),
        ...(['p.startsOn', 'p.endsOn', 'p.insurance', 's.post'] as const),
      ])
      .where('p.tenantId', '=', context.tenant)
      .where('p.classId', '=', classId)
      .where('p.state', 'in', standing)
      .orderBy('p.studentName')
      .orderBy('p.id')
      .execute();
    return rows.map(({ post, insurance, ...row }) => ({
      ...row,
      siteName: post?.siteName ?? null,
      internPay: post?.internPay ?? null,
      hazards: post?.hazards ?? [],
      insurance: insurance === null ? null : { insurer: insurance.insurer, number: insurance.number },
    }));
  },
};
