create table order_class (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  name text not null,
  agreement_id uuid not null,
  order_id uuid not null,
  programme_id uuid,
  major_code text not null,
  programme_name text not null,
  programme_name_en text not null default '',
  state text not null,
  starts_on date not null,
  ends_on date not null,
  teacher_id uuid,
  teacher_name text not null default '',
  mentor_name text not null default '',
  applications_until date,
  capacity integer not null check (capacity > 0),
  lottery_commitment text,
  published_matching_id uuid,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, order_id)
);
create index order_class_by_state on order_class (tenant_id, state);

-- The seed is the school's secret until the result is published; its digest is public from the opening on.
create table lottery_seed (
  tenant_id uuid not null,
  class_id uuid not null,
  seed text not null,
  primary key (tenant_id, class_id),
  foreign key (tenant_id, class_id) references order_class (tenant_id, id) on delete cascade
);

create table class_seat (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  class_id uuid not null,
  post_id uuid not null,
  capacity integer not null check (capacity >= 0),
  post jsonb not null,
  primary key (tenant_id, id),
  unique (tenant_id, class_id, post_id),
  foreign key (tenant_id, class_id) references order_class (tenant_id, id) on delete cascade
);

-- What the enterprise may know of an applicant is all that stands here.
create table application (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  class_id uuid not null,
  student_id uuid not null,
  student_name text not null,
  cohort_name text not null default '',
  major_code text not null,
  statement text not null default '',
  choices uuid[] not null,
  is_withdrawn boolean not null default false,
  applied_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, class_id, student_id),
  foreign key (tenant_id, class_id) references order_class (tenant_id, id) on delete cascade
);

create table application_score (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  application_id uuid not null,
  seat_id uuid not null,
  score double precision not null check (score >= 0 and score <= 100),
  note text not null default '',
  scored_by uuid,
  scored_at timestamptz not null,
  primary key (tenant_id, application_id, seat_id),
  foreign key (tenant_id, application_id) references application (tenant_id, id) on delete cascade,
  foreign key (tenant_id, seat_id) references class_seat (tenant_id, id) on delete cascade
);

create table matching_run (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  class_id uuid not null,
  is_published boolean not null default false,
  applicants integer not null,
  matched integer not null,
  blocking_pairs integer not null,
  problem jsonb not null,
  result jsonb not null,
  made_by uuid,
  made_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, class_id) references order_class (tenant_id, id) on delete cascade
);
create unique index matching_run_published on matching_run (tenant_id, class_id) where is_published;

create table placement (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  class_id uuid not null,
  student_id uuid not null,
  student_name text not null,
  seat_id uuid not null,
  post_id uuid not null,
  post_title text not null,
  post_title_en text not null default '',
  choice integer,
  state text not null,
  starts_on date not null,
  ends_on date not null,
  host_signed_on date,
  school_signed_on date,
  student_signed_on date,
  guardian_consent_on date,
  insurance jsonb,
  primary key (tenant_id, id),
  unique (tenant_id, class_id, student_id),
  foreign key (tenant_id, class_id) references order_class (tenant_id, id)
);
create index placement_by_student on placement (tenant_id, student_id);
