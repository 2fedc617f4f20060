-- What later rooms may read of classes and placements; row-level security of the tables holds for whoever asks.
create view order_classes_class with (security_invoker = true) as
select c.tenant_id, c.enterprise_id, c.id as class_id, c.order_id, c.name, c.programme_name, c.programme_name_en,
  c.state, c.starts_on, c.ends_on, c.teacher_id, c.teacher_name, c.capacity,
  (select count(*)::int from application a
   where a.tenant_id = c.tenant_id and a.class_id = c.id and not a.is_withdrawn) as applied
from order_class c;

create view order_classes_placement with (security_invoker = true) as
select p.tenant_id, p.enterprise_id, p.id as placement_id, p.class_id, c.order_id, c.name as class_name,
  c.state as class_state, c.teacher_id, c.teacher_name, p.student_id, p.student_name, p.post_id, p.post_title,
  p.post_title_en, p.choice, p.state, p.starts_on, p.ends_on,
  -- The post names the major categories it takes (first two digits of a major's code); null when it names none.
  case when jsonb_array_length(s.post -> 'majorCategories') > 0 and a.major_code is not null
    then s.post -> 'majorCategories' @> to_jsonb(left(a.major_code, 2)::int) end as is_major_matched
from placement p
join order_class c on c.tenant_id = p.tenant_id and c.id = p.class_id
left join class_seat s on s.tenant_id = p.tenant_id and s.id = p.seat_id
left join application a on a.tenant_id = p.tenant_id and a.class_id = p.class_id and a.student_id = p.student_id;

grant select on order_classes_class, order_classes_placement to dualtrack_app;
