create table rotation_plan (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  class_id uuid not null,
  base_id uuid not null,
  name text not null,
  state text not null,
  first_week date not null,
  weeks integer not null check (weeks between 1 and 104),
  settings jsonb not null default '{}',
  run_id uuid,
  status text,
  score double precision,
  bound double precision,
  gap double precision,
  unmet jsonb,
  created_by uuid,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  published_at timestamptz,
  primary key (tenant_id, id)
);
create index rotation_plan_by_class on rotation_plan (tenant_id, class_id);
create unique index rotation_plan_published on rotation_plan (tenant_id, class_id) where state = 'published';

-- What each week of the plan is for the class: school, enterprise, exam or holiday.
create table rotation_week (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  plan_id uuid not null,
  week_start date not null,
  kind text not null,
  note text not null default '',
  primary key (tenant_id, plan_id, week_start),
  foreign key (tenant_id, plan_id) references rotation_plan (tenant_id, id) on delete cascade
);

create table rotation_block (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  placement_id uuid not null,
  student_id uuid not null,
  student_name text not null,
  unit_id uuid not null,
  unit_name text not null,
  unit_name_en text not null default '',
  station_id uuid not null,
  station_name text not null,
  site_id uuid not null,
  site_name text not null,
  mentor_id uuid,
  mentor_name text not null default '',
  first_week date not null,
  weeks integer not null check (weeks > 0),
  is_pinned boolean not null default false,
  primary key (tenant_id, id),
  foreign key (tenant_id, plan_id) references rotation_plan (tenant_id, id) on delete cascade
);
create index rotation_block_by_placement on rotation_block (tenant_id, plan_id, placement_id);
create index rotation_block_by_student on rotation_block (tenant_id, student_id);
