create table agreement (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  number text not null,
  kind text not null,
  title text not null,
  title_en text not null default '',
  state text not null,
  order_id uuid,
  valid_from date,
  valid_to date,
  parties jsonb not null,
  variables jsonb not null,
  -- The file as it stands now; its digest; and the file that was fixed, of which every signed file is a continuation.
  document_id uuid,
  file_digest text,
  document_digest text,
  document_size integer,
  decline_reason text not null default '',
  is_illustrative boolean not null default false,
  created_by uuid,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, number)
);
create index agreement_by_order on agreement (tenant_id, order_id);
create index agreement_by_state on agreement (tenant_id, state);

create table agreement_section (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  agreement_id uuid not null,
  clause text not null,
  position integer not null,
  revision integer not null,
  title text not null,
  title_en text not null,
  body text not null,
  body_en text not null,
  changed_by uuid,
  changed_side text,
  changed_at timestamptz not null,
  primary key (tenant_id, agreement_id, clause),
  foreign key (tenant_id, agreement_id) references agreement (tenant_id, id) on delete cascade
);

-- Every wording that ever stood, with author and time.
create table agreement_section_revision (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  agreement_id uuid not null,
  clause text not null,
  revision integer not null,
  body text not null,
  body_en text not null,
  changed_by uuid,
  changed_name text not null default '',
  changed_side text,
  changed_at timestamptz not null,
  primary key (tenant_id, agreement_id, clause, revision),
  foreign key (tenant_id, agreement_id) references agreement (tenant_id, id) on delete cascade
);

-- A confirmation holds for one revision of one section; a change makes a new revision that nobody has confirmed.
create table agreement_confirmation (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  agreement_id uuid not null,
  clause text not null,
  side text not null check (side in ('school', 'enterprise')),
  revision integer not null,
  confirmed_by uuid,
  confirmed_name text not null default '',
  confirmed_at timestamptz not null,
  primary key (tenant_id, agreement_id, clause, side),
  foreign key (tenant_id, agreement_id) references agreement (tenant_id, id) on delete cascade
);

create table agreement_signature (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  agreement_id uuid not null,
  side text not null check (side in ('school', 'enterprise')),
  person_id uuid not null,
  signer_name text not null,
  signer_post text not null default '',
  certificate_fingerprint text not null,
  digest_shown text not null,
  document_id uuid not null,
  signed_at timestamptz not null,
  primary key (tenant_id, agreement_id, side),
  foreign key (tenant_id, agreement_id) references agreement (tenant_id, id)
);

-- Agreements made elsewhere: what the public record or the parties say of them, with its source.
create table registered_record (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  agreement_id uuid not null,
  facts jsonb not null,
  source text not null,
  scan_id uuid,
  primary key (tenant_id, agreement_id),
  foreign key (tenant_id, agreement_id) references agreement (tenant_id, id) on delete cascade
);

-- A person's signing key, sealed by a secret that only the person knows; kept in the home where they sign.
create table signing_identity (
  tenant_id uuid not null,
  person_id uuid not null,
  common_name text not null,
  fingerprint text not null,
  certificate bytea not null,
  sealed bytea not null,
  created_at timestamptz not null,
  primary key (tenant_id, person_id)
);

-- What happened to an agreement as both sides may read it.
create table agreement_event (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  agreement_id uuid not null,
  id uuid not null,
  kind text not null,
  side text,
  person_id uuid,
  person_name text not null default '',
  details jsonb not null default '{}',
  at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, agreement_id) references agreement (tenant_id, id) on delete cascade
);
create index agreement_event_by_agreement on agreement_event (tenant_id, agreement_id, at);
