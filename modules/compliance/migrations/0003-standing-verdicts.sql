-- A verdict stands until a check comes to another: checks write what has changed, not all of it again.
create or replace view compliance_verdict with (security_invoker = true) as
select v.tenant_id, v.enterprise_id, r.class_id, v.placement_id, p.student_name, c.name as class_name, v.rule, v.outcome,
  v.severity, v.is_blocking, r.on_day
from verdict v
join compliance_placement p on p.tenant_id = v.tenant_id and p.placement_id = v.placement_id
join verdict_run r on r.tenant_id = p.tenant_id and r.class_id = p.class_id and r.is_latest
left join compliance_class c on c.tenant_id = r.tenant_id and c.class_id = r.class_id;

delete from verdict v using verdict_run r
where r.tenant_id = v.tenant_id and r.id = v.run_id and not r.is_latest;

alter table verdict add column class_id uuid, add column since date, add column digest text not null default '';
-- What was written before says every value itself.
update verdict v set class_id = r.class_id, since = r.on_day, detail = detail || '{"looked": []}' from verdict_run r
where r.tenant_id = v.tenant_id and r.id = v.run_id;
alter table verdict alter column class_id set not null, alter column since set not null,
  alter column digest drop default, drop constraint verdict_pkey,
  drop constraint verdict_tenant_id_run_id_fkey, drop column run_id,
  add primary key (tenant_id, class_id, placement_id, rule);
