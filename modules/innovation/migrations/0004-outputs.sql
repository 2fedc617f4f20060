create table innovation_output (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  project_id uuid,
  kind text not null,
  title text not null,
  title_en text not null default '',
  -- Number of a patent, standard or registration, or where a paper stands.
  reference text not null default '',
  achieved_on date not null,
  note text not null default '',
  -- Of a teaching case: the course it is used in.
  course text not null default '',
  -- Parts in basis points that come to 10000.
  shares jsonb not null,
  proof_id uuid,
  proof_name text not null default '',
  side text not null,
  added_by text not null,
  added_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, project_id) references innovation_project (tenant_id, id)
);
create index innovation_output_by_day on innovation_output (tenant_id, achieved_on);

create table output_income (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  output_id uuid not null,
  kind text not null,
  amount bigint not null check (amount > 0),
  received_on date not null,
  payer text not null default '',
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, output_id) references innovation_output (tenant_id, id)
);
create index output_income_of on output_income (tenant_id, output_id);
create index output_income_by_day on output_income (tenant_id, received_on);
