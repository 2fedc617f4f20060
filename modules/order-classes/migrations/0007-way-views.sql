-- Who applied, and who left a class before it was over and why, for the way of an order from seats to people who stay.
create view order_classes_application with (security_invoker = true) as
select tenant_id, enterprise_id, id as application_id, class_id, student_name,
  applied_at::date as applied_on
from application where not is_withdrawn;

create view order_classes_exit with (security_invoker = true) as
select c.tenant_id, c.enterprise_id, c.id as change_id, c.placement_id, c.class_id, p.student_name, p.post_title, p.post_title_en,
  c.reason, c.note, c.by_role, c.changed_on
from placement_change c
join placement p on p.tenant_id = c.tenant_id and p.id = c.placement_id
where c.kind = 'left';

grant select on order_classes_application, order_classes_exit to dualtrack_app;
