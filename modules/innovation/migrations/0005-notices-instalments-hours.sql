-- What somebody has been told; said once for each turn of a thing.
create table innovation_notice (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  record_id uuid not null,
  turn text not null default '',
  about text not null,
  about_id uuid not null,
  title text not null,
  title_en text not null default '',
  on_day date,
  created_at timestamptz not null,
  seen_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, person_id, kind, record_id, turn)
);
create index innovation_notice_of on innovation_notice (tenant_id, person_id, seen_at);

-- The record that a challenge starts from, with its name as it was then.
alter table challenge
  add column origin_place text,
  add column origin_id uuid,
  add column origin_label text not null default '',
  add column origin_path text not null default '';

-- Of a line, what the other side has drawn down, and what it has spent of that.
alter table project_line
  add column drawn bigint not null default 0 check (drawn >= 0),
  add column drawn_spent bigint not null default 0 check (drawn_spent >= 0),
  add constraint project_line_within check (spent + drawn <= amount),
  add constraint project_line_drawn check (drawn_spent <= drawn);

create table project_instalment (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  line_id uuid not null,
  milestone_id uuid,
  title text not null,
  amount bigint not null check (amount > 0),
  due_on date not null,
  state text not null,
  called_by text not null default '',
  called_at timestamptz,
  remark text not null default '',
  paid_by text not null default '',
  paid_on date,
  proof_id uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, line_id) references project_line (tenant_id, id),
  foreign key (tenant_id, project_id) references innovation_project (tenant_id, id) on delete cascade
);
create index project_instalment_of on project_instalment (tenant_id, project_id, due_on);

-- What a member did on a day; confirmed by a lead of their own side, and then for good.
create table project_hours (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  project_id uuid not null,
  member_id uuid not null,
  on_day date not null,
  minutes integer not null check (minutes between 1 and 1440),
  what text not null,
  at timestamptz not null,
  confirmed_by text not null default '',
  confirmed_at timestamptz,
  primary key (tenant_id, member_id, on_day),
  foreign key (tenant_id, member_id) references project_member (tenant_id, id) on delete cascade
);

-- The co-taught course that a teaching case was brought back into.
alter table innovation_output add column course_id uuid;
