import { sql } from 'kysely';
import { classPath, type FigureRows, orderPath } from './figure-rows.ts';

/** Orders that a school has accepted, with their seats. */
export const seatsOrdered: FigureRows = {
  rows: ({ place }) => sql`
    select o.order_id::text as id, o.class_name as title, o.class_name as title_en, o.programme_name as context,
      o.programme_name_en as context_en, null::date as day, o.seats::float8 as part, 1::float8 as whole, o.order_id as ref
    from workforce_order o
    where ${place('o')} and o.state in ('accepted', 'in-agreement', 'in-class', 'closed')`,
  path: orderPath,
};

/** Published classes: people placed, of the seats there are. */
export const seatsFilled: FigureRows = {
  rows: ({ place }) => sql`
    select c.class_id::text as id, c.name as title, c.name as title_en, c.programme_name as context,
      c.programme_name_en as context_en, c.starts_on as day,
      (select count(*) from order_classes_placement p
       where p.tenant_id = c.tenant_id and p.class_id = c.class_id and p.state <> 'declined')::float8 as part,
      c.capacity::float8 as whole, c.class_id as ref
    from order_classes_class c
    where ${place('c')} and c.state in ('published', 'running', 'finished')`,
  path: classPath,
};

/** Students who stand at a station of the enterprise in this week by a published plan; each once. */
export const internsThisWeek: FigureRows = {
  rows: ({ place, monday }) => sql`
    select distinct on (w.tenant_id, w.student_id) w.student_id::text as id, w.student_name as title, w.student_name as title_en,
      w.station_name || ' · ' || w.unit_name as context,
      w.station_name || ' · ' || coalesce(nullif(w.unit_name_en, ''), w.unit_name) as context_en,
      w.week_start as day, 1::float8 as part, 1::float8 as whole, w.class_id as ref
    from rotations_station_week w
    where ${place('w')} and w.week_start = ${monday}::date
    order by w.tenant_id, w.student_id, w.block_id`,
  path: classPath,
};

/** Offers made: those after which somebody joined. */
export const offersJoined: FigureRows = {
  rows: ({ place }) => sql`
    select o.placement_id::text as id, o.student_name as title, o.student_name as title_en,
      o.class_name || ' · ' || o.post_title as context,
      o.class_name || ' · ' || coalesce(nullif(o.post_title_en, ''), o.post_title) as context_en,
      o.offered_on as day, (o.joined_on is not null)::int::float8 as part, 1::float8 as whole, o.class_id as ref
    from outcome o where ${place('o')} and o.offered_on is not null`,
  path: classPath,
};

/** People who joined at least six months ago: those who were still there after six months. */
export const stayedSixMonths: FigureRows = {
  rows: ({ place, today }) => sql`
    select o.placement_id::text as id, o.student_name as title, o.student_name as title_en,
      o.class_name || ' · ' || o.post_title as context,
      o.class_name || ' · ' || coalesce(nullif(o.post_title_en, ''), o.post_title) as context_en,
      o.joined_on as day,
      (o.left_on is null or o.left_on >= (o.joined_on + interval '6 months')::date)::int::float8 as part,
      1::float8 as whole, o.class_id as ref
    from outcome o
    where ${place('o')} and (o.joined_on + interval '6 months')::date <= ${today}::date`,
  path: classPath,
};
