-- A challenge as one partner sees it: copies for several partners share the posting.
create table challenge (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  posting_id uuid not null,
  owner_side text not null,
  state text not null,
  reach text not null,
  title text not null,
  title_en text not null default '',
  keywords text not null default '',
  summary text not null,
  -- What is shown after the confidentiality undertaking only, where there is one.
  detail text not null,
  limits text not null default '',
  expected text not null,
  readiness_from integer not null check (readiness_from between 1 and 9),
  readiness_to integer not null check (readiness_to between readiness_from and 9),
  budget_min bigint not null check (budget_min >= 0),
  budget_max bigint not null check (budget_max >= budget_min),
  deadline date not null,
  is_confidential boolean not null,
  origin text not null,
  origin_note text not null default '',
  rubric jsonb not null,
  author_id uuid not null,
  author_name text not null,
  decision_note text not null default '',
  -- From when the other side sees it.
  published_at timestamptz,
  decided_at timestamptz,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id)
);
create index challenge_by_posting on challenge (tenant_id, posting_id);
create index challenge_by_state on challenge (tenant_id, state, deadline);

-- Who has undertaken to keep the details to themselves; the wording is known by its version.
create table challenge_nda (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  challenge_id uuid not null,
  person_id uuid not null,
  name text not null,
  version integer not null,
  signed_at timestamptz not null,
  primary key (tenant_id, challenge_id, person_id),
  foreign key (tenant_id, challenge_id) references challenge (tenant_id, id) on delete cascade
);

create table challenge_question (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  challenge_id uuid not null,
  question text not null,
  asked_by text not null,
  asked_at timestamptz not null,
  answer text not null default '',
  answered_by text not null default '',
  answered_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, challenge_id) references challenge (tenant_id, id) on delete cascade
);
create index challenge_question_of on challenge_question (tenant_id, challenge_id);

create table challenge_reviewer (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  challenge_id uuid not null,
  person_id uuid not null,
  name text not null,
  side text not null,
  department text not null,
  added_by text not null,
  added_at timestamptz not null,
  primary key (tenant_id, challenge_id, person_id),
  foreign key (tenant_id, challenge_id) references challenge (tenant_id, id) on delete cascade
);

create table proposal (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  challenge_id uuid not null,
  side text not null,
  state text not null,
  title text not null,
  approach text not null,
  benefit text not null,
  hurdles text not null default '',
  department text not null,
  weeks integer not null check (weeks > 0),
  cost bigint not null check (cost >= 0),
  team jsonb not null,
  author_id uuid not null,
  author_name text not null,
  reason text not null default '',
  submitted_at timestamptz,
  decided_at timestamptz,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, challenge_id) references challenge (tenant_id, id)
);
create index proposal_of on proposal (tenant_id, challenge_id, state);

-- One reviewer's declaration and marks. Without a declaration there are no marks.
create table proposal_review (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  proposal_id uuid not null,
  person_id uuid not null,
  name text not null,
  has_conflict boolean not null,
  relation text not null default '',
  declared_at timestamptz not null,
  marks jsonb,
  -- Weighted mark in tenths of a point.
  total integer check (total between 0 and 1000),
  comment text not null default '',
  marked_at timestamptz,
  primary key (tenant_id, proposal_id, person_id),
  check (marks is null or not has_conflict),
  foreign key (tenant_id, proposal_id) references proposal (tenant_id, id) on delete cascade
);
