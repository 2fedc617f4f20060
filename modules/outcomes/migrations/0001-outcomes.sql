-- What became of each student of a class. Names are as they were when the outcome was recorded.
create table outcome (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  placement_id uuid not null,
  class_id uuid not null,
  order_id uuid not null,
  class_name text not null,
  student_id uuid not null,
  student_name text not null,
  post_title text not null,
  post_title_en text not null default '',
  is_trained boolean not null,
  offered_on date,
  joined_on date,
  monthly_pay bigint,
  left_on date,
  left_by text check (left_by in ('graduate', 'enterprise')),
  left_reason text not null default '',
  revision integer not null,
  recorded_by uuid,
  recorded_at timestamptz not null,
  primary key (tenant_id, placement_id),
  check (joined_on is null or offered_on is not null),
  check (left_on is null or joined_on is not null)
);
create index outcome_by_class on outcome (tenant_id, class_id);
create index outcome_by_student on outcome (tenant_id, student_id);

-- One mark for one training unit (or for the whole class when the unit is empty) by one kind of assessor.
create table assessment (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  placement_id uuid not null,
  class_id uuid not null,
  class_name text not null,
  student_id uuid not null,
  student_name text not null,
  kind text not null check (kind in ('mentor', 'teacher', 'self')),
  unit text not null default '',
  assessor_name text not null default '',
  score double precision not null check (score between 0 and 100),
  assessed_on date not null,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, placement_id, kind, unit)
);
create index assessment_by_class on assessment (tenant_id, class_id);
create index assessment_by_student on assessment (tenant_id, student_id);
