-- One row for each week that a student of a published plan spends at a station of the enterprise.
create view rotations_station_week with (security_invoker = true) as
select b.tenant_id, b.enterprise_id, b.id as block_id, p.class_id, b.placement_id, b.student_id, b.student_name,
  b.station_name, b.site_name, b.unit_name, b.unit_name_en, b.mentor_name, w.week_start
from rotation_block b
join rotation_plan p on p.tenant_id = b.tenant_id and p.id = b.plan_id and p.state = 'published'
join rotation_week w on w.tenant_id = b.tenant_id and w.plan_id = b.plan_id and w.kind = 'enterprise'
  and w.week_start >= b.first_week and w.week_start < b.first_week + b.weeks * 7;
grant select on rotations_station_week to dualtrack_app;
