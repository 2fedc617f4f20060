import { newId } from '@dualtrack/platform/ids';
import type { House } from './house.ts';

/** A class of the first school with an enterprise, in its own right: nobody is placed yet. */
export async function addClass({ admin, ids }: House, firm: string = ids.firm): Promise<string> {
  const id = newId();
  await admin.query(
    `insert into order_class (tenant_id, enterprise_id, id, name, agreement_id, order_id, major_code, programme_name,
       state, starts_on, ends_on, capacity, created_at, changed_at)
     values ($1, $2, $3, '晶硅班', $4, $5, '460301', '机电', 'running', '2026-09-01', '2028-06-30', 40, '2026-01-01', '2026-01-01')`,
    [ids.school, firm, id, newId(), newId()],
  );
  return id;
}

/** A published rotation of a class with one learner at one mentor: kinds of weeks by their Mondays. */
export async function addRotation(
  { admin, ids }: House,
  classId: string,
  weeks: readonly (readonly [monday: string, kind: string])[],
  staffId: string | null = null,
): Promise<{ mentorId: string }> {
  const [planId, baseId, mentorId] = [newId(), newId(), newId()];
  const first = weeks[0]?.[0] ?? '2026-12-07';
  await admin.query(
    `insert into base (tenant_id, enterprise_id, id, name, created_at, changed_at)
     values ($1, $2, $3, '基地', '2026-01-01', '2026-01-01')`,
    [ids.school, ids.firm, baseId],
  );
  await admin.query(
    `insert into base_mentor (tenant_id, enterprise_id, id, base_id, staff_id, name, max_learners)
     values ($1, $2, $3, $4, $5, '师傅', 5)`,
    [ids.school, ids.firm, mentorId, baseId, staffId ?? newId()],
  );
  await admin.query(
    `insert into rotation_plan (tenant_id, enterprise_id, id, class_id, base_id, name, state, first_week, weeks, created_at, changed_at, published_at)
     values ($1, $2, $3, $4, $5, '轮岗', 'published', $6, $7, '2026-01-01', '2026-01-01', '2026-01-01')`,
    [ids.school, ids.firm, planId, classId, baseId, first, weeks.length],
  );
  for (const [monday, kind] of weeks) {
    await admin.query(
      'insert into rotation_week (tenant_id, enterprise_id, plan_id, week_start, kind) values ($1, $2, $3, $4, $5)',
      [ids.school, ids.firm, planId, monday, kind],
    );
  }
  await admin.query(
    `insert into rotation_block (tenant_id, enterprise_id, id, plan_id, placement_id, student_id, student_name, unit_id,
       unit_name, station_id, station_name, site_id, site_name, mentor_id, mentor_name, first_week, weeks)
     values ($1, $2, $3, $4, $5, $6, '学员', $7, '还原', $8, '工位', $9, '一厂', $10, '师傅', $11, $12)`,
    [
      ...[
        ids.school,
        ids.firm,
        newId(),
        planId,
        newId(),
        newId(),
        newId(),
        newId(),
        newId(),
        mentorId,
        first,
      ],
      weeks.length,
    ],
  );
  return { mentorId };
}
