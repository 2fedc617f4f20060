create table organisation_profile (
  tenant_id uuid primary key,
  legal_representative text not null default '',
  address text not null default '',
  industry_section text,
  school_level text,
  profile text not null default '',
  source text not null default '',
  changed_at timestamptz not null
);

-- The school's side.
create table programme (
  tenant_id uuid not null,
  id uuid not null,
  major_code text not null,
  name text not null,
  name_en text not null default '',
  level text not null,
  years integer not null,
  occupations text[] not null default '{}',
  join_rate double precision not null,
  completion_rate double precision not null,
  primary key (tenant_id, id),
  unique (tenant_id, major_code)
);

create table teacher (
  tenant_id uuid not null,
  id uuid not null,
  staff_number text not null,
  name text not null,
  programme_id uuid,
  title text not null default '',
  is_dual_qualified boolean not null default false,
  phone text,
  mail text,
  primary key (tenant_id, id),
  unique (tenant_id, staff_number),
  foreign key (tenant_id, programme_id) references programme (tenant_id, id)
);

create table cohort (
  tenant_id uuid not null,
  id uuid not null,
  code text not null,
  programme_id uuid not null,
  entry_year integer not null,
  class_name text not null,
  size integer not null,
  graduation_quarter text not null,
  primary key (tenant_id, id),
  unique (tenant_id, code),
  foreign key (tenant_id, programme_id) references programme (tenant_id, id)
);

create table student (
  tenant_id uuid not null,
  id uuid not null,
  student_number text not null,
  name text not null,
  sex text not null,
  birth_date date not null,
  cohort_id uuid not null,
  phone text,
  guardian_name text,
  guardian_phone text,
  primary key (tenant_id, id),
  unique (tenant_id, student_number),
  foreign key (tenant_id, cohort_id) references cohort (tenant_id, id)
);
create index student_by_cohort on student (tenant_id, cohort_id);
create index student_by_name on student using gin (name gin_trgm_ops);

create table calendar_entry (
  tenant_id uuid not null,
  id uuid not null,
  week_start date not null,
  kind text not null,
  scope text not null default '',
  programme_id uuid,
  cohort_id uuid,
  note text not null default '',
  primary key (tenant_id, id),
  unique (tenant_id, week_start, scope)
);

-- The enterprise's side.
create table site (
  tenant_id uuid not null,
  id uuid not null,
  code text not null,
  name text not null,
  region_code text,
  address text not null default '',
  primary key (tenant_id, id),
  unique (tenant_id, code)
);

create table post (
  tenant_id uuid not null,
  id uuid not null,
  code text not null,
  title text not null,
  title_en text not null default '',
  occupation text not null,
  site_id uuid not null,
  headcount integer not null,
  monthly_pay bigint not null,
  intern_pay bigint not null,
  currency text not null default 'CNY',
  hazards text[] not null default '{}',
  is_night_shift boolean not null default false,
  major_categories integer[] not null default '{}',
  labour_grade integer,
  primary key (tenant_id, id),
  unique (tenant_id, code),
  foreign key (tenant_id, site_id) references site (tenant_id, id)
);

create table capacity_line (
  tenant_id uuid not null,
  id uuid not null,
  code text not null,
  name text not null,
  primary key (tenant_id, id),
  unique (tenant_id, code)
);

create table capacity_value (
  tenant_id uuid not null,
  line_id uuid not null,
  quarter text not null,
  units double precision not null,
  primary key (tenant_id, line_id, quarter),
  foreign key (tenant_id, line_id) references capacity_line (tenant_id, id)
);

create table line_staffing (
  tenant_id uuid not null,
  line_id uuid not null,
  occupation text not null,
  per_unit double precision not null,
  primary key (tenant_id, line_id, occupation),
  foreign key (tenant_id, line_id) references capacity_line (tenant_id, id)
);

create table occupation_stock (
  tenant_id uuid not null,
  occupation text not null,
  title text not null,
  title_en text not null default '',
  isco text,
  headcount integer not null,
  attrition double precision not null,
  primary key (tenant_id, occupation)
);

create table occupation_retirement (
  tenant_id uuid not null,
  occupation text not null,
  quarter text not null,
  headcount integer not null,
  primary key (tenant_id, occupation, quarter)
);

create table project (
  tenant_id uuid not null,
  id uuid not null,
  code text not null,
  name text not null,
  name_en text not null default '',
  probability double precision not null,
  delay_mean double precision not null,
  delay_max integer not null,
  primary key (tenant_id, id),
  unique (tenant_id, code)
);

create table project_headcount (
  tenant_id uuid not null,
  project_id uuid not null,
  occupation text not null,
  quarter text not null,
  headcount integer not null,
  primary key (tenant_id, project_id, occupation, quarter),
  foreign key (tenant_id, project_id) references project (tenant_id, id)
);

create table staff (
  tenant_id uuid not null,
  id uuid not null,
  staff_number text not null,
  name text not null,
  post_title text not null default '',
  certificate text not null default '',
  max_learners integer not null default 1,
  mail text,
  primary key (tenant_id, id),
  unique (tenant_id, staff_number)
);

create table workstation (
  tenant_id uuid not null,
  id uuid not null,
  code text not null,
  name text not null,
  name_en text not null default '',
  site_id uuid not null,
  post_id uuid,
  unit text not null,
  unit_en text not null default '',
  unit_weeks integer,
  places integer not null,
  safety_note text not null default '',
  primary key (tenant_id, id),
  unique (tenant_id, code),
  foreign key (tenant_id, site_id) references site (tenant_id, id),
  foreign key (tenant_id, post_id) references post (tenant_id, id)
);

-- What a school shows of its programmes to everybody.
create table directory_programme (
  tenant_id uuid not null,
  id uuid not null,
  major_code text not null,
  name text not null,
  name_en text not null,
  level text not null,
  years integer not null,
  occupations text[] not null,
  join_rate double precision not null,
  completion_rate double precision not null,
  graduates jsonb not null,
  primary key (tenant_id, id)
);
