-- What a party owes under an agreement. One that is proposed but not agreed stands in obligation_change.
create table obligation (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  -- Says which duty of the agreement it is, so that a duty is entered once.
  key text not null,
  clause text not null,
  metric text not null,
  owed_by text not null check (owed_by in ('school', 'enterprise', 'both')),
  target bigint not null check (target > 0),
  cadence text not null,
  due_on date not null,
  title text not null default '',
  title_en text not null default '',
  -- 'paper': follows from the signed clauses; 'agreed': both sides agreed to it beside them.
  basis text not null,
  is_waived boolean not null default false,
  position integer not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, agreement_id, key),
  foreign key (tenant_id, agreement_id) references agreement (tenant_id, id) on delete cascade
);

-- When something of a duty falls due, and what has been counted towards it so far.
create table obligation_due (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  obligation_id uuid not null,
  due_key text not null,
  agreement_id uuid not null,
  class_id uuid,
  counts_from date not null,
  counts_to date not null,
  due_on date not null,
  target bigint not null,
  -- Counted from the facts: all of them, those up to the due day, and for a share what it is a share of.
  achieved bigint not null default 0,
  on_time bigint not null default 0,
  whole bigint not null default 0,
  on_time_whole bigint not null default 0,
  is_met boolean not null default false,
  is_void boolean not null default false,
  primary key (tenant_id, obligation_id, due_key),
  foreign key (tenant_id, obligation_id) references obligation (tenant_id, id) on delete cascade
);
create index obligation_due_by_agreement on obligation_due (tenant_id, agreement_id);
create index obligation_due_open on obligation_due (tenant_id, due_on) where not is_met and not is_void;

-- What other rooms and accepted evidence report: each record of a source once, in its newest version.
create table obligation_fact (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  agreement_id uuid not null,
  metric text not null,
  source_module text not null,
  source_record text not null,
  version bigint not null,
  class_id uuid,
  -- Set where a fact belongs to one duty only, as evidence does.
  only_key text,
  happened_on date not null,
  amount bigint not null,
  whole bigint not null default 0,
  label text not null default '',
  label_en text not null default '',
  path text not null default '',
  recorded_at timestamptz not null,
  primary key (tenant_id, agreement_id, metric, source_module, source_record)
);
create index obligation_fact_by_day on obligation_fact (tenant_id, happened_on);

-- Classes that were formed under an agreement, because some duties fall due with each of them.
create table obligation_class (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  agreement_id uuid not null,
  class_id uuid not null,
  name text not null,
  starts_on date not null,
  ends_on date not null,
  version bigint not null,
  primary key (tenant_id, agreement_id, class_id)
);

-- A side's wish to add, adjust or waive a duty; it counts once the other side has agreed.
create table obligation_change (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  key text not null,
  wish jsonb not null,
  side text not null check (side in ('school', 'enterprise')),
  state text not null,
  reason text not null default '',
  answer text not null default '',
  proposed_by uuid,
  proposed_name text not null default '',
  proposed_at timestamptz not null,
  answered_name text not null default '',
  answered_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, agreement_id) references agreement (tenant_id, id) on delete cascade
);
create index obligation_change_by_agreement on obligation_change (tenant_id, agreement_id);

-- A document by which a side shows that it has done something; counted once the other side has accepted it.
create table obligation_evidence (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  obligation_id uuid not null,
  class_id uuid,
  file_id uuid not null,
  file_name text not null,
  amount bigint not null,
  whole bigint not null default 0,
  happened_on date not null,
  note text not null default '',
  side text not null check (side in ('school', 'enterprise')),
  state text not null,
  answer text not null default '',
  given_by uuid,
  given_name text not null default '',
  given_at timestamptz not null,
  answered_name text not null default '',
  answered_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, obligation_id) references obligation (tenant_id, id) on delete cascade
);
create index obligation_evidence_by_agreement on obligation_evidence (tenant_id, agreement_id);

-- An amendment or renewal is an agreement of its own that names the one before it.
create table agreement_relation (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  agreement_id uuid not null,
  parent_id uuid not null,
  kind text not null check (kind in ('amendment', 'renewal')),
  details jsonb not null default '{}',
  created_at timestamptz not null,
  primary key (tenant_id, agreement_id),
  foreign key (tenant_id, agreement_id) references agreement (tenant_id, id) on delete cascade,
  foreign key (tenant_id, parent_id) references agreement (tenant_id, id)
);
create index agreement_relation_by_parent on agreement_relation (tenant_id, parent_id);

-- The signed wording that an amendment was drafted against.
create table amendment_base (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  agreement_id uuid not null,
  clause text not null,
  revision integer not null,
  body text not null,
  body_en text not null,
  primary key (tenant_id, agreement_id, clause),
  foreign key (tenant_id, agreement_id) references agreement (tenant_id, id) on delete cascade
);

-- Notice to suspend, resume or end an agreement before its term.
create table agreement_notice (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  kind text not null check (kind in ('suspend', 'resume', 'terminate')),
  ground text not null check (ground in ('consent', 'breach', 'law')),
  side text not null check (side in ('school', 'enterprise')),
  reason text not null,
  effective_on date not null,
  state text not null,
  given_by uuid,
  given_name text not null default '',
  given_at timestamptz not null,
  answered_name text not null default '',
  answered_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, agreement_id) references agreement (tenant_id, id) on delete cascade
);
create index agreement_notice_by_agreement on agreement_notice (tenant_id, agreement_id);
create index agreement_notice_waiting on agreement_notice (tenant_id, effective_on) where state in ('given', 'agreed');

-- The register: by term, and by partner.
create index agreement_by_term on agreement (tenant_id, valid_to);
create index agreement_by_change on agreement (tenant_id, changed_at);

-- Amendments belong to the agreement that they change and are none of their own for later rooms.
create or replace view agreements_agreement with (security_invoker = true) as
select tenant_id, enterprise_id, id as agreement_id, number, title, title_en, state, order_id, valid_from, valid_to
from agreement where kind <> 'amendment';
