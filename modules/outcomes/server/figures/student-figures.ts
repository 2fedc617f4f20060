import { sql } from 'kysely';
import { classPath, type FigureRows } from './figure-rows.ts';

/** Places given by matching: those that were the student's first choice. */
export const firstChoice: FigureRows = {
  rows: ({ place }) => sql`
    select p.placement_id::text as id, p.student_name as title, p.student_name as title_en,
      p.class_name || ' · ' || p.post_title as context,
      p.class_name || ' · ' || coalesce(nullif(p.post_title_en, ''), p.post_title) as context_en,
      p.starts_on as day, (p.choice = 1)::int::float8 as part, 1::float8 as whole, p.class_id as ref
    from order_classes_placement p
    where ${place('p')} and p.choice is not null and p.state <> 'declined'`,
  path: classPath,
};

/** All marks. */
export const assessmentMean: FigureRows = {
  rows: ({ place }) => sql`
    select a.id::text as id, a.student_name as title, a.student_name as title_en,
      concat_ws(' · ', a.class_name, nullif(a.unit, ''), nullif(a.assessor_name, '')) as context,
      concat_ws(' · ', a.class_name, nullif(a.unit, ''), nullif(a.assessor_name, '')) as context_en,
      a.assessed_on as day, a.score as part, 1::float8 as whole, a.class_id as ref
    from assessment a where ${place('a')}`,
  path: classPath,
};

/** Students who have been trained: those with an offer. */
export const offerShare: FigureRows = {
  rows: ({ place }) => sql`
    select o.placement_id::text as id, o.student_name as title, o.student_name as title_en,
      o.class_name || ' · ' || o.post_title as context,
      o.class_name || ' · ' || coalesce(nullif(o.post_title_en, ''), o.post_title) as context_en,
      o.offered_on as day, (o.offered_on is not null)::int::float8 as part, 1::float8 as whole, o.class_id as ref
    from outcome o where ${place('o')} and o.is_trained`,
  path: classPath,
};

/** Monthly pay of those who joined, in minor units. */
export const payMean: FigureRows = {
  rows: ({ place }) => sql`
    select o.placement_id::text as id, o.student_name as title, o.student_name as title_en,
      o.class_name || ' · ' || o.post_title as context,
      o.class_name || ' · ' || coalesce(nullif(o.post_title_en, ''), o.post_title) as context_en,
      o.joined_on as day, o.monthly_pay::float8 as part, 1::float8 as whole, o.class_id as ref
    from outcome o where ${place('o')} and o.joined_on is not null and o.monthly_pay is not null`,
  path: classPath,
};
