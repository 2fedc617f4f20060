create table base (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  name text not null,
  name_en text not null default '',
  plaque text not null default '',
  agreement_id uuid,
  unveiled_on date,
  note text not null default '',
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id)
);

-- A training unit: what is learnt in one block of weeks at one workstation.
create table base_unit (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  base_id uuid not null,
  name text not null,
  name_en text not null default '',
  length_weeks integer not null check (length_weeks between 1 and 52),
  is_required boolean not null default true,
  position integer not null default 0,
  primary key (tenant_id, id),
  -- At the end of the transaction: units may swap their names in one save.
  unique (tenant_id, base_id, name) deferrable initially deferred,
  foreign key (tenant_id, base_id) references base (tenant_id, id) on delete cascade
);

-- A workstation that the enterprise offers to the base: a snapshot, and how many of its places.
create table base_station (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  base_id uuid not null,
  unit_id uuid not null,
  workstation_id uuid not null,
  code text not null,
  name text not null,
  name_en text not null default '',
  site_id uuid not null,
  site_name text not null,
  places integer not null check (places > 0),
  available_from date,
  available_to date,
  primary key (tenant_id, id),
  unique (tenant_id, base_id, workstation_id),
  foreign key (tenant_id, base_id) references base (tenant_id, id) on delete cascade,
  foreign key (tenant_id, unit_id) references base_unit (tenant_id, id)
);

create table base_mentor (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  base_id uuid not null,
  staff_id uuid not null,
  name text not null,
  post_title text not null default '',
  certificate text not null default '',
  max_learners integer not null check (max_learners > 0),
  primary key (tenant_id, id),
  unique (tenant_id, base_id, staff_id),
  foreign key (tenant_id, base_id) references base (tenant_id, id) on delete cascade
);
