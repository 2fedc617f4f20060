import { type RawBuilder, sql } from 'kysely';
import { classPath, type FigureRows, type FigureScope } from './figure-rows.ts';

/** All classes that have a teacher, or those of the teacher who asks. */
function inCharge(alias: string, { teacherId }: FigureScope): RawBuilder<unknown> {
  const column = sql.ref(`${alias}.teacher_id`);
  return teacherId === null ? sql`${column} is not null` : sql`${column} = ${teacherId}`;
}

/** Classes under way with a teacher in charge. */
export const classesLed: FigureRows = {
  rows: (scope) => sql`
    select c.class_id::text as id, c.name as title, c.name as title_en, c.teacher_name as context, c.teacher_name as context_en,
      c.starts_on as day, 1::float8 as part, 1::float8 as whole, c.class_id as ref
    from order_classes_class c
    where ${scope.place('c')} and ${inCharge('c', scope)} and c.state not in ('draft', 'finished')`,
  path: classPath,
};

/** Students with a place in those classes. */
export const studentsLed: FigureRows = {
  rows: (scope) => sql`
    select p.placement_id::text as id, p.student_name as title, p.student_name as title_en,
      p.class_name || ' · ' || p.teacher_name as context, p.class_name || ' · ' || p.teacher_name as context_en,
      p.starts_on as day, 1::float8 as part, 1::float8 as whole, p.class_id as ref
    from order_classes_placement p
    where ${scope.place('p')} and ${inCharge('p', scope)}
      and p.state in ('offered', 'accepted', 'active') and p.class_state in ('published', 'running')`,
  path: classPath,
};

/** Of those students: who has a breached verdict, or a mark below 60. */
export const studentsAttention: FigureRows = {
  rows: (scope) => sql`
    select p.placement_id::text as id, p.student_name as title, p.student_name as title_en,
      p.class_name || ' · ' || p.teacher_name as context, p.class_name || ' · ' || p.teacher_name as context_en,
      p.starts_on as day, 1::float8 as part, 1::float8 as whole, p.class_id as ref
    from order_classes_placement p
    where ${scope.place('p')} and ${inCharge('p', scope)}
      and p.state in ('offered', 'accepted', 'active') and p.class_state in ('published', 'running')
      and (exists (select from compliance_verdict v where v.tenant_id = p.tenant_id and v.class_id = p.class_id
             and v.placement_id = p.placement_id and v.outcome = 'breached')
        or exists (select from assessment a where a.tenant_id = p.tenant_id and a.placement_id = p.placement_id
             and a.score < 60))`,
  path: classPath,
};

/** Students of running and finished classes: those with at least one mark. */
export const studentsAssessed: FigureRows = {
  rows: (scope) => sql`
    select p.placement_id::text as id, p.student_name as title, p.student_name as title_en,
      p.class_name || ' · ' || p.teacher_name as context, p.class_name || ' · ' || p.teacher_name as context_en,
      p.starts_on as day,
      (exists (select from assessment a where a.tenant_id = p.tenant_id
         and a.placement_id = p.placement_id))::int::float8 as part,
      1::float8 as whole, p.class_id as ref
    from order_classes_placement p
    where ${scope.place('p')} and ${inCharge('p', scope)}
      and p.state in ('accepted', 'active', 'ended') and p.class_state in ('running', 'finished')`,
  path: classPath,
};
