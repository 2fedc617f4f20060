-- Posts name major categories as 1 to 19; see eligibility.ts for how a major's code tells its category.
create or replace view order_classes_placement with (security_invoker = true) as
select p.tenant_id, p.enterprise_id, p.id as placement_id, p.class_id, c.order_id, c.name as class_name,
  c.state as class_state, c.teacher_id, c.teacher_name, p.student_id, p.student_name, p.post_id, p.post_title,
  p.post_title_en, p.choice, p.state, p.starts_on, p.ends_on,
  case when jsonb_array_length(s.post -> 'majorCategories') > 0 and a.major_code is not null
    then s.post -> 'majorCategories' @> to_jsonb((left(a.major_code, 2)::int - 21) % 20 + 1) end as is_major_matched
from placement p
join order_class c on c.tenant_id = p.tenant_id and c.id = p.class_id
left join class_seat s on s.tenant_id = p.tenant_id and s.id = p.seat_id
left join application a on a.tenant_id = p.tenant_id and a.class_id = p.class_id and a.student_id = p.student_id;
