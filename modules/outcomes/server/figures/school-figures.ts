import { sql } from 'kysely';
import { agreementPath, classPath, type FigureRows } from './figure-rows.ts';

/** Agreements that are in force (or registered as such) on this day. */
export const agreementsInForce: FigureRows = {
  rows: ({ place, today }) => sql`
    select a.agreement_id::text as id, a.title, coalesce(nullif(a.title_en, ''), a.title) as title_en, a.number as context,
      a.number as context_en, a.valid_to as day, 1::float8 as part, 1::float8 as whole, a.agreement_id as ref
    from agreements_agreement a
    where ${place('a')} and a.state in ('in-force', 'registered')
      and (a.valid_from is null or a.valid_from <= ${today}::date)
      and (a.valid_to is null or a.valid_to >= ${today}::date)`,
  path: agreementPath,
};

/** Students with a place in a published or running class. */
export const classStudents: FigureRows = {
  rows: ({ place }) => sql`
    select p.placement_id::text as id, p.student_name as title, p.student_name as title_en,
      p.class_name || ' · ' || p.post_title as context,
      p.class_name || ' · ' || coalesce(nullif(p.post_title_en, ''), p.post_title) as context_en,
      p.starts_on as day, 1::float8 as part, 1::float8 as whole, p.class_id as ref
    from order_classes_placement p
    where ${place('p')} and p.state in ('offered', 'accepted', 'active') and p.class_state in ('published', 'running')`,
  path: classPath,
};

/** Places whose post names major categories: those whose student's major is of one of them. */
export const majorMatched: FigureRows = {
  rows: ({ place }) => sql`
    select p.placement_id::text as id, p.student_name as title, p.student_name as title_en,
      p.class_name || ' · ' || p.post_title as context,
      p.class_name || ' · ' || coalesce(nullif(p.post_title_en, ''), p.post_title) as context_en,
      p.starts_on as day, p.is_major_matched::int::float8 as part, 1::float8 as whole, p.class_id as ref
    from order_classes_placement p
    where ${place('p')} and p.state <> 'declined' and p.is_major_matched is not null`,
  path: classPath,
};

/** Students who have been trained: those who joined the partner. */
export const joinedPartner: FigureRows = {
  rows: ({ place }) => sql`
    select o.placement_id::text as id, o.student_name as title, o.student_name as title_en,
      o.class_name || ' · ' || o.post_title as context,
      o.class_name || ' · ' || coalesce(nullif(o.post_title_en, ''), o.post_title) as context_en,
      o.joined_on as day, (o.joined_on is not null)::int::float8 as part, 1::float8 as whole, o.class_id as ref
    from outcome o where ${place('o')} and o.is_trained`,
  path: classPath,
};

/** Verdicts of the latest checks of classes not yet finished that are breached or lack a fact. */
export const openVerdicts: FigureRows = {
  rows: ({ place }) => sql`
    select v.placement_id::text || ' ' || v.rule as id, coalesce(v.student_name, '') as title,
      coalesce(v.student_name, '') as title_en, coalesce(v.class_name, '') || ' · ' || v.rule as context,
      coalesce(v.class_name, '') || ' · ' || v.rule as context_en, v.on_day as day, 1::float8 as part, 1::float8 as whole,
      v.class_id as ref
    from compliance_verdict v
    where ${place('v')} and v.outcome in ('breached', 'unknown') and not exists (
      select from order_classes_class c
      where c.tenant_id = v.tenant_id and c.class_id = v.class_id and c.state = 'finished')`,
  path: classPath,
};

/** Teachers of the school: the double-qualified ones. */
export const doubleQualified: FigureRows = {
  rows: ({ tenant }) => sql`
    select t.teacher_id::text as id, t.name as title, t.name as title_en,
      concat_ws(' · ', nullif(t.title, ''), t.programme_name) as context,
      concat_ws(' · ', nullif(t.title, ''), coalesce(nullif(t.programme_name_en, ''), t.programme_name)) as context_en,
      null::date as day, t.is_dual_qualified::int::float8 as part, 1::float8 as whole, null::uuid as ref
    from organisations_teacher t where t.tenant_id = ${tenant}`,
};
