-- Whom something about a class was told, once for each happening; `mail` says what became of the letter.
create table class_notice (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  class_id uuid not null,
  person_id uuid not null,
  audience text not null,
  kind text not null,
  happening text not null,
  on_day date,
  at timestamptz,
  mail text not null default 'waiting' check (mail in ('waiting', 'sent', 'failed', 'none')),
  created_at timestamptz not null,
  seen_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, class_id, person_id, kind, happening),
  foreign key (tenant_id, class_id) references order_class (tenant_id, id) on delete cascade
);
create index class_notice_by_person on class_notice (tenant_id, person_id, created_at);
create index class_notice_waiting on class_notice (tenant_id) where mail = 'waiting';

-- The information session of a recruitment campaign, with a host of each side.
create table class_briefing (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  class_id uuid not null,
  starts_at timestamptz not null,
  minutes integer not null check (minutes between 10 and 480),
  place text not null default '',
  link text not null default '',
  places integer check (places between 1 and 5000),
  school_host text not null,
  enterprise_host text not null,
  is_cancelled boolean not null default false,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  check (place <> '' or link <> ''),
  foreign key (tenant_id, class_id) references order_class (tenant_id, id) on delete cascade
);
create index class_briefing_by_class on class_briefing (tenant_id, class_id, starts_at);

create table briefing_signup (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  briefing_id uuid not null,
  student_id uuid not null,
  student_name text not null,
  signed_up_at timestamptz not null,
  primary key (tenant_id, briefing_id, student_id),
  foreign key (tenant_id, briefing_id) references class_briefing (tenant_id, id) on delete cascade
);

-- Papers beside an application. `is_shared`: the enterprise may read it; with minors only once the guardian agrees.
create table application_document (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  class_id uuid not null,
  application_id uuid not null,
  kind text not null check (kind in ('resume', 'certificate', 'portfolio', 'other')),
  file_id uuid not null,
  file_name text not null,
  size bigint not null,
  is_shared boolean not null,
  added_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, application_id) references application (tenant_id, id) on delete cascade,
  foreign key (tenant_id, file_id) references stored_file (tenant_id, id)
);
create index application_document_by_class on application_document (tenant_id, class_id, application_id);

-- Appeals against a published result; every step stays on record.
alter table order_class add column published_on date;
alter table order_class add column appeal_days integer not null default 7 check (appeal_days between 0 and 60);
update order_class set published_on = changed_at::date where published_matching_id is not null;
-- Places that an appeal added to a post, beside those of the published problem.
alter table class_seat add column extra integer not null default 0 check (extra >= 0);

create table class_appeal (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  class_id uuid not null,
  application_id uuid not null,
  student_id uuid not null,
  student_name text not null,
  state text not null check (state in ('made', 'withdrawn', 'refused', 'granted', 'settled')),
  result text check (result in ('re-score', 'waiting-list', 'extra-seat')),
  seat_id uuid,
  made_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, application_id) references application (tenant_id, id)
);
create index class_appeal_by_class on class_appeal (tenant_id, class_id, made_at);
create unique index class_appeal_open on class_appeal (tenant_id, application_id) where state in ('made', 'granted');

create table appeal_step (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  appeal_id uuid not null,
  position integer not null,
  action text not null,
  by_role text not null,
  by_name text not null,
  by_person uuid,
  note text not null default '',
  result text,
  seat_id uuid,
  old_score double precision,
  new_score double precision,
  at timestamptz not null,
  primary key (tenant_id, appeal_id, position),
  foreign key (tenant_id, appeal_id) references class_appeal (tenant_id, id)
);
