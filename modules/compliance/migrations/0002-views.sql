-- Verdicts of the latest check of each class, with whom they are about.
create view compliance_verdict with (security_invoker = true) as
select v.tenant_id, v.enterprise_id, r.class_id, v.placement_id, p.student_name, c.name as class_name, v.rule, v.outcome,
  v.severity, v.is_blocking, r.on_day
from verdict v
join verdict_run r on r.tenant_id = v.tenant_id and r.id = v.run_id and r.is_latest
left join compliance_class c on c.tenant_id = r.tenant_id and c.class_id = r.class_id
left join compliance_placement p on p.tenant_id = v.tenant_id and p.placement_id = v.placement_id;
grant select on compliance_verdict to dualtrack_app;
