-- Private to its home: the whole card of somebody who may be shared.
create table expert (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid,
  subject_id uuid,
  name text not null,
  name_en text not null default '',
  title text not null default '',
  title_en text not null default '',
  certificates jsonb not null,
  occupations jsonb not null,
  tags jsonb not null,
  languages jsonb not null,
  -- Slots of the week (`2-pm`); none: at any time. Absences: spans of days.
  slots jsonb not null,
  absences jsonb not null,
  monthly_hours integer not null check (monthly_hours between 0 and 200),
  needs_approval boolean not null default false,
  approver text not null default '',
  mail text not null default '',
  -- Consent to be listed for partners: by the person, or on paper that the office keeps.
  listed_since timestamptz,
  consent_by text not null default '',
  consent_note text not null default '',
  shown jsonb not null,
  left_on date,
  revision integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, person_id)
);

-- Private to the expert's home: hours that are promised, to whichever partner.
create table expert_reservation (
  tenant_id uuid not null,
  expert_id uuid not null,
  session_id uuid not null,
  home_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  month text not null,
  minutes integer not null,
  primary key (tenant_id, expert_id, session_id),
  foreign key (tenant_id, expert_id) references expert (tenant_id, id) on delete cascade
);

-- What a partner sees of a listed expert; one row for each partner, written by the expert's own side.
create table expert_listing (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  expert_id uuid not null,
  side text not null,
  name text not null,
  name_en text not null,
  title text not null,
  title_en text not null,
  certificates jsonb not null,
  occupations jsonb not null,
  tags jsonb not null,
  languages jsonb not null,
  slots jsonb not null,
  absences jsonb not null,
  monthly_hours integer not null,
  used jsonb not null,
  busy jsonb not null,
  search_text text not null,
  changed_at timestamptz not null,
  primary key (tenant_id, enterprise_id, expert_id)
);

create table talent_need (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  side text not null,
  is_offer boolean not null,
  -- Of an offer: who gives it.
  expert_id uuid,
  expert_name text not null default '',
  form text not null,
  title text not null,
  description text not null default '',
  occupations jsonb not null,
  tags jsonb not null,
  language text,
  from_on date not null,
  to_on date not null,
  minutes integer not null check (minutes between 15 and 2400),
  place text not null default '',
  state text not null,
  by_person uuid not null,
  by_name text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id)
);
create index talent_need_open on talent_need (tenant_id, state, to_on);

-- Teacher and mentor as one: a course that both teach.
create table talent_course (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  title text not null,
  title_en text not null default '',
  note text not null default '',
  teacher_id uuid not null,
  teacher_name text not null,
  mentor_id uuid not null,
  mentor_name text not null,
  materials jsonb not null,
  revision integer not null default 1,
  changed_by text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id)
);

create table talent_session (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  need_id uuid,
  course_id uuid,
  form text not null,
  -- The side that benefits: hours of the other side's experts are given to it.
  for_side text not null,
  title text not null,
  message text not null default '',
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  on_day date not null,
  place text not null default '',
  seats integer check (seats between 1 and 2000),
  notice_hours integer not null check (notice_hours between 0 and 720),
  state text not null,
  cancelled_by text not null default '',
  cancelled_side text,
  cancel_reason text not null default '',
  is_late_cancel boolean not null default false,
  school_attested_at timestamptz,
  school_attested_by text not null default '',
  enterprise_attested_at timestamptz,
  enterprise_attested_by text not null default '',
  attended integer,
  by_person uuid not null,
  by_name text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, course_id) references talent_course (tenant_id, id)
);
create index talent_session_at on talent_session (tenant_id, starts_at);

create table session_expert (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  session_id uuid not null,
  expert_id uuid not null,
  side text not null,
  name text not null,
  is_leading boolean not null,
  minutes integer not null check (minutes between 1 and 2400),
  answer text not null,
  reason text not null default '',
  answered_by text not null default '',
  answered_at timestamptz,
  primary key (tenant_id, session_id, expert_id),
  foreign key (tenant_id, session_id) references talent_session (tenant_id, id) on delete cascade
);

create table session_seat (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  session_id uuid not null,
  person_id uuid not null,
  name text not null,
  side text not null,
  is_waiting boolean not null,
  taken_at timestamptz not null,
  primary key (tenant_id, session_id, person_id),
  foreign key (tenant_id, session_id) references talent_session (tenant_id, id) on delete cascade
);

create table session_feedback (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  session_id uuid not null,
  -- The side that speaks; about the other.
  side text not null,
  rating integer not null check (rating between 1 and 5),
  note text not null default '',
  by_name text not null,
  at timestamptz not null,
  primary key (tenant_id, session_id, side),
  foreign key (tenant_id, session_id) references talent_session (tenant_id, id) on delete cascade
);

-- What an hour of a form costs; holds from the day on which both sides have said yes.
create table sharing_rate (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  giver text not null,
  form text,
  -- Fen an hour; null: hours against hours.
  amount bigint check (amount > 0),
  proposed_by text not null,
  agreed_by text not null default '',
  agreed_on date,
  ended_on date,
  proposed_side text not null,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);

-- Hours that both sides have attested; rows are only added.
create table hour_entry (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  session_id uuid,
  stay_id uuid,
  expert_id uuid not null,
  expert_name text not null,
  giver text not null,
  -- False for somebody who worked for the own side, such as a teacher in the own course.
  is_shared boolean not null,
  form text not null,
  title text not null,
  on_day date not null,
  month text not null,
  minutes integer not null,
  rate bigint,
  fee bigint not null,
  attested_by jsonb not null,
  written_at timestamptz not null,
  primary key (tenant_id, id)
);
create index hour_entry_month on hour_entry (tenant_id, agreement_id, month);

create table sharing_statement (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  agreement_id uuid not null,
  month text not null,
  totals jsonb not null,
  school_by text not null default '',
  school_at timestamptz,
  enterprise_by text not null default '',
  enterprise_at timestamptz,
  primary key (tenant_id, agreement_id, month)
);

-- Somebody who is at the other side for weeks: teacher practice, mentor post, shared post.
create table talent_stay (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  form text not null,
  side text not null,
  expert_id uuid not null,
  expert_name text not null,
  post text not null,
  from_on date not null,
  to_on date not null check (to_on >= from_on),
  plan text not null default '',
  contents jsonb not null,
  state text not null,
  report text not null default '',
  grade text,
  assessment text not null default '',
  assessed_by text not null default '',
  assessed_on date,
  by_name text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id)
);

create table stay_note (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  stay_id uuid not null,
  on_day date not null,
  minutes integer not null check (minutes between 0 and 1440),
  words text not null,
  by_name text not null,
  at timestamptz not null,
  primary key (tenant_id, stay_id, on_day),
  foreign key (tenant_id, stay_id) references talent_stay (tenant_id, id) on delete cascade
);
