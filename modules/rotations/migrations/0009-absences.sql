-- Days on which a student of a class cannot be at the enterprise. Why is nobody's business here.
create table rotation_absence (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  class_id uuid not null,
  placement_id uuid not null,
  from_day date not null,
  to_day date not null check (to_day >= from_day),
  primary key (tenant_id, placement_id, from_day)
);
create index rotation_absence_by_class on rotation_absence (tenant_id, class_id);
