create table innovation_project (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  challenge_id uuid,
  proposal_id uuid,
  state text not null,
  title text not null,
  title_en text not null default '',
  goal text not null,
  starts_on date not null,
  ends_on date not null,
  budget bigint not null check (budget >= 0),
  -- The school's part of the budget in basis points.
  school_share integer not null check (school_share between 0 and 10000),
  -- Working days after which a deliverable that nobody answered is accepted, and a publication cleared.
  acceptance_days integer not null check (acceptance_days between 1 and 60),
  review_days integer not null check (review_days between 1 and 120),
  is_open_to_students boolean not null default false,
  terms jsonb,
  agreement_id uuid,
  stop_reason text not null default '',
  created_by text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  check (ends_on >= starts_on),
  foreign key (tenant_id, proposal_id) references proposal (tenant_id, id)
);
-- A proposal becomes one project, whoever begins it first.
create unique index innovation_project_of_proposal on innovation_project (tenant_id, proposal_id);

create table project_member (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  side text not null,
  name text not null,
  person_id uuid,
  kind text not null,
  duty text not null,
  state text not null,
  department text not null default '',
  -- Hours worked, and credit in hundredths, for students and for the promotion files of others.
  hours integer not null default 0 check (hours >= 0),
  credit integer not null default 0 check (credit >= 0),
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, project_id) references innovation_project (tenant_id, id) on delete cascade
);
create unique index project_member_person on project_member (tenant_id, project_id, person_id);

create table project_ip (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  kind text not null,
  form text not null,
  title text not null,
  note text not null default '',
  -- Parts in basis points that come to 10000.
  shares jsonb not null,
  added_by text not null,
  added_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, project_id) references innovation_project (tenant_id, id) on delete cascade
);
create index project_ip_of on project_ip (tenant_id, project_id);

create table project_milestone (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  title text not null,
  title_en text not null default '',
  due_on date not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, project_id) references innovation_project (tenant_id, id) on delete cascade
);
create index project_milestone_of on project_milestone (tenant_id, project_id, due_on);
