-- Forecasts belong to the enterprise: the plan they were made from and what came out, both as files of the format.
create table forecast_run (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  start_quarter text not null,
  quarters integer not null,
  plan jsonb not null,
  names jsonb not null,
  result jsonb not null,
  changes jsonb not null default '[]',
  made_by uuid,
  made_at timestamptz not null,
  primary key (tenant_id, id)
);

-- Orders live at the school that is to train for them.
create table talent_order (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  number text not null,
  state text not null,
  class_name text not null,
  programme_id uuid,
  major_code text not null,
  programme_name text not null,
  programme_name_en text not null default '',
  seats integer not null check (seats > 0),
  start_quarter text not null,
  reason jsonb,
  note text not null default '',
  answer text not null default '',
  forecast_id uuid,
  created_by uuid,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, enterprise_id, number)
);
create index talent_order_by_state on talent_order (tenant_id, state);

-- Posts are offered with a snapshot of what the school, the agreement and the law need to know of them.
create table order_line (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  order_id uuid not null,
  post_id uuid not null,
  seats integer not null check (seats > 0),
  post jsonb not null,
  primary key (tenant_id, order_id, post_id),
  foreign key (tenant_id, order_id) references talent_order (tenant_id, id) on delete cascade
);
