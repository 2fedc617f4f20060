create table project_deliverable (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  milestone_id uuid not null,
  title text not null,
  owed_by text not null,
  state text not null,
  note text not null default '',
  file_id uuid,
  submitted_by text not null default '',
  submitted_at timestamptz,
  -- The last working day on which the other side may answer; afterwards it is accepted by silence.
  accept_by date,
  answered_by text not null default '',
  answered_at timestamptz,
  is_silent boolean not null default false,
  remark text not null default '',
  primary key (tenant_id, id),
  foreign key (tenant_id, project_id) references innovation_project (tenant_id, id) on delete cascade,
  foreign key (tenant_id, milestone_id) references project_milestone (tenant_id, id) on delete cascade
);
create index project_deliverable_of on project_deliverable (tenant_id, project_id);
create index project_deliverable_waiting on project_deliverable (tenant_id, state, accept_by);

create table project_line (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  kind text not null,
  title text not null,
  paid_by text not null,
  amount bigint not null check (amount > 0),
  spent bigint not null default 0 check (spent >= 0),
  primary key (tenant_id, id),
  -- The last wall against two who spend the same rest at once.
  check (spent <= amount),
  foreign key (tenant_id, project_id) references innovation_project (tenant_id, id) on delete cascade
);
create index project_line_of on project_line (tenant_id, project_id);

create table project_expense (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  line_id uuid not null,
  amount bigint not null check (amount > 0),
  spent_on date not null,
  what text not null,
  receipt_id uuid,
  side text not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  voided_by text not null default '',
  voided_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, line_id) references project_line (tenant_id, id)
);
create index project_expense_of on project_expense (tenant_id, project_id, spent_on);

create table project_risk (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  title text not null,
  likelihood integer not null check (likelihood between 1 and 5),
  impact integer not null check (impact between 1 and 5),
  measure text not null default '',
  owner text not null default '',
  is_open boolean not null default true,
  added_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, project_id) references innovation_project (tenant_id, id) on delete cascade
);
create index project_risk_of on project_risk (tenant_id, project_id);

create table project_change (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  kind text not null,
  target_id uuid,
  new_day date,
  new_amount bigint,
  what text not null,
  side text not null,
  asked_by text not null,
  asked_at timestamptz not null,
  state text not null,
  answer text not null default '',
  answered_by text not null default '',
  answered_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, project_id) references innovation_project (tenant_id, id) on delete cascade
);
create index project_change_of on project_change (tenant_id, project_id);

-- A publication that the other side may look at first; silence clears it.
create table project_publication (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  title text not null,
  place text not null default '',
  side text not null,
  state text not null,
  asked_by text not null,
  asked_at timestamptz not null,
  answer_by date not null,
  answer text not null default '',
  answered_by text not null default '',
  primary key (tenant_id, id),
  foreign key (tenant_id, project_id) references innovation_project (tenant_id, id) on delete cascade
);
create index project_publication_waiting on project_publication (tenant_id, state, answer_by);

-- The data room: who may open a file is said with the file.
create table project_file (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  file_id uuid not null,
  name text not null,
  audience text not null,
  side text not null,
  added_by text not null,
  added_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, project_id) references innovation_project (tenant_id, id) on delete cascade
);
create index project_file_of on project_file (tenant_id, project_id);
