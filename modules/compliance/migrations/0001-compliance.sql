-- What compliance knows of a class and its placements; told by later rooms, which it never asks.
create table compliance_class (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  class_id uuid not null,
  name text not null,
  host_name text not null default '',
  starts_on date,
  ends_on date,
  is_over boolean not null default false,
  primary key (tenant_id, class_id)
);

create table compliance_placement (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  placement_id uuid not null,
  class_id uuid not null,
  student_name text not null,
  post_title text not null default '',
  is_over boolean not null default false,
  primary key (tenant_id, placement_id),
  foreign key (tenant_id, class_id) references compliance_class (tenant_id, class_id)
);
create index compliance_placement_by_class on compliance_placement (tenant_id, class_id);

-- Facts with their history: the current one has no `replaced_at`. Without a placement they hold for the whole class.
create table fact (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  class_id uuid not null,
  placement_id uuid,
  name text not null,
  value jsonb not null,
  source_module text not null,
  source_id uuid,
  recorded_by uuid,
  -- As it was then; people and their names are kept by another room.
  recorded_by_name text not null default '',
  recorded_at timestamptz not null,
  replaced_at timestamptz,
  primary key (tenant_id, id)
);
create unique index fact_current on fact (tenant_id, class_id, placement_id, name) nulls not distinct where replaced_at is null;

create table verdict_run (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  class_id uuid not null,
  pack text not null,
  moment text,
  on_day date not null,
  at timestamptz not null,
  is_latest boolean not null,
  placements integer not null,
  breached integer not null,
  blocking integer not null,
  unknown integer not null,
  met integer not null,
  excused integer not null,
  not_applicable integer not null,
  primary key (tenant_id, id)
);
create unique index verdict_run_latest on verdict_run (tenant_id, class_id) where is_latest;

-- One row for each rule that was asked; rules that do not apply are only counted in the run.
create table verdict (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  run_id uuid not null,
  placement_id uuid not null,
  rule text not null,
  outcome text not null,
  strength text not null,
  severity text not null,
  is_blocking boolean not null,
  detail jsonb not null,
  primary key (tenant_id, run_id, placement_id, rule),
  foreign key (tenant_id, run_id) references verdict_run (tenant_id, id)
);
create index verdict_by_rule on verdict (tenant_id, rule, outcome);

-- In the enterprise's own home: how many interns each school has there, by span and without names.
create table host_intern_count (
  tenant_id uuid not null,
  school_id uuid not null,
  class_id uuid not null,
  spans jsonb not null,
  counted_at timestamptz not null,
  primary key (tenant_id, class_id)
);

-- What the authority reads: outcomes of the latest check of a class in numbers, without students.
create table compliance_report (
  tenant_id uuid not null,
  class_id uuid not null,
  host_id uuid not null,
  placements integer not null,
  breached integer not null,
  blocking integer not null,
  unknown integer not null,
  met integer not null,
  excused integer not null,
  rules jsonb not null,
  is_over boolean not null,
  on_day date not null,
  checked_at timestamptz not null,
  primary key (tenant_id, class_id)
);
