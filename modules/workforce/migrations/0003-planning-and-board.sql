-- A forecast is made from the plan, from a changed plan (a scenario of a forecast), or from an earlier state of knowledge.
alter table forecast_run add column kind text not null default 'plan';
alter table forecast_run add column base_id uuid;
update forecast_run set kind = 'what-if' where changes <> '[]';
create index forecast_run_by_base on forecast_run (tenant_id, base_id);

-- What was, quarter by quarter: the judge of earlier forecasts, and what rates are learnt from.
create table headcount_record (
  tenant_id uuid not null,
  occupation text not null,
  quarter text not null,
  headcount integer not null check (headcount >= 0),
  needed integer check (needed >= 0),
  leavers integer not null default 0 check (leavers >= 0),
  joiners integer not null default 0 check (joiners >= 0),
  primary key (tenant_id, occupation, quarter)
);

-- What the enterprise assumes of classes that do not exist yet; one row, absent: the defaults.
create table forecast_assumption (
  tenant_id uuid primary key,
  lead_quarters integer not null,
  class_min integer not null,
  class_max integer not null,
  join_rate double precision not null,
  sureness double precision not null,
  needs jsonb not null
);

-- One occupation of a published demand, as one partner school sees it. Copies for several schools share the posting.
create table demand_notice (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  posting_id uuid not null,
  state text not null,
  occupation text not null,
  isco text,
  title text not null,
  title_en text not null default '',
  people integer not null check (people > 0),
  place text not null default '',
  from_quarter text not null,
  pay_min bigint not null,
  pay_max bigint not null,
  hazards text[] not null default '{}',
  is_night_shift boolean not null default false,
  post_id uuid not null,
  note text not null default '',
  published_at timestamptz not null,
  opens_on date,
  answer_by date,
  offered_seats integer,
  offered_major_code text,
  answer text not null default '',
  answered_at timestamptz,
  answered_by text not null default '',
  silent_side text,
  order_id uuid,
  pool_id uuid,
  changed_at timestamptz not null,
  primary key (tenant_id, id)
);
create index demand_notice_by_posting on demand_notice (tenant_id, posting_id);
create index demand_notice_by_state on demand_notice (tenant_id, state);

-- How much demand a school takes in, for everybody to see before they ask.
create table school_intake (
  tenant_id uuid primary key,
  monthly_limit integer not null check (monthly_limit > 0),
  answer_days integer not null check (answer_days > 0),
  opinions_required boolean not null default false,
  next_free_on date not null,
  paused_on date,
  changed_at timestamptz not null
);

-- What the faculty, the office and the president think of an order: the school's own.
create table order_opinion (
  tenant_id uuid not null,
  order_id uuid not null,
  step text not null,
  verdict text not null,
  words text not null default '',
  person_id uuid not null,
  person_name text not null,
  given_at timestamptz not null,
  primary key (tenant_id, order_id, step)
);
create table opinion_round (
  tenant_id uuid not null,
  order_id uuid not null,
  asked_by text not null,
  asked_at timestamptz not null,
  primary key (tenant_id, order_id)
);

-- Orders of several enterprises that are one class.
alter table talent_order add column pool_id uuid;
create table order_pool (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  major_code text not null,
  start_quarter text not null,
  class_min integer not null,
  made_at timestamptz not null,
  primary key (tenant_id, id)
);
