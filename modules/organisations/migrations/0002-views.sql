-- Teachers as the school's own scoreboard counts them; private to the school like the table.
create view organisations_teacher with (security_invoker = true) as
select t.tenant_id, t.id as teacher_id, t.staff_number, t.name, t.title, t.is_dual_qualified, p.name as programme_name,
  p.name_en as programme_name_en
from teacher t
left join programme p on p.tenant_id = t.tenant_id and p.id = t.programme_id;
grant select on organisations_teacher to dualtrack_app;
