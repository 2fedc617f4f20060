-- Audit trail: one row per write (and per read of personal data), written by the operation itself.
create table audit_entry (
  tenant_id uuid not null,
  day date not null,
  id uuid not null,
  at timestamptz not null,
  person_id uuid,
  membership_id uuid,
  acting_for uuid,
  operation text not null,
  subject_id uuid,
  details jsonb not null default '{}',
  primary key (tenant_id, day, id)
);
create index audit_entry_by_subject on audit_entry (tenant_id, subject_id) where subject_id is not null;

-- Answers of writes, so that the same key never acts twice.
create table idempotency_key (
  tenant_id uuid not null,
  key text not null,
  operation text not null,
  request_digest text not null,
  response jsonb,
  at timestamptz not null,
  primary key (tenant_id, key)
);

-- The grant between a school and an enterprise: one row in each home.
create table partnership (
  tenant_id uuid not null,
  partner_id uuid not null,
  home_id uuid not null,
  enterprise_id uuid not null,
  valid_from date not null,
  valid_to date,
  primary key (tenant_id, partner_id)
);

-- Events wait here, written in the transaction that caused them.
create table outbox_event (
  id uuid primary key,
  tenant_id uuid not null,
  name text not null,
  payload jsonb not null,
  at timestamptz not null,
  next_at timestamptz not null,
  attempts integer not null default 0,
  last_error text,
  done_at timestamptz
);
create index outbox_event_waiting on outbox_event (next_at, id) where done_at is null;

-- A listener's mark that it has handled an event, written with its effects.
create table outbox_delivery (
  tenant_id uuid not null,
  event_id uuid not null,
  listener text not null,
  at timestamptz not null,
  primary key (tenant_id, event_id, listener)
);

-- Files are rows, so that a signature and its document are stored in one transaction or not at all.
create table stored_file (
  tenant_id uuid not null,
  id uuid not null,
  enterprise_id uuid,
  name text not null,
  media_type text not null,
  sha256 text not null,
  size bigint not null,
  bytes bytea not null,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);

-- Long work: its state, progress and result, visible after the page was left.
create table long_run (
  tenant_id uuid not null,
  id uuid not null,
  enterprise_id uuid,
  kind text not null,
  state text not null check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  subject_id uuid,
  input jsonb not null,
  done_steps bigint not null default 0,
  total_steps bigint not null default 0,
  note jsonb,
  result jsonb,
  problem jsonb,
  started_by uuid,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id)
);

-- The queue of this installation: which long runs wait or run here.
create table run_queue (
  run_id uuid primary key,
  tenant_id uuid not null,
  enterprise_id uuid,
  worker text,
  claimed_at timestamptz
);
