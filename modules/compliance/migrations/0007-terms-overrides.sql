-- Findings on the words of an agreement that were a false hit of the reader of words: who says so, why, and who agreed.
create table terms_override (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  -- The class whose students' agreements share the words, or the agreement itself.
  scope_id uuid not null,
  agreement_id uuid not null,
  agreement_title text not null,
  clause text not null,
  clause_title text not null,
  rule text not null,
  -- Of the clause's words and the passages found in them: other words are another matter.
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  passages jsonb not null,
  reason text not null,
  state text not null check (state in ('asked', 'granted', 'refused', 'withdrawn')),
  asked_by uuid not null,
  asked_by_name text not null,
  asked_at timestamptz not null,
  decided_by uuid,
  decided_by_name text not null default '',
  decided_at timestamptz,
  decision_note text not null default '',
  withdrawn_by_name text not null default '',
  withdrawn_at timestamptz,
  primary key (tenant_id, id),
  -- Four eyes.
  check (decided_by is null or decided_by <> asked_by),
  check (state <> 'granted' or (decided_by is not null and decided_at is not null))
);
create unique index terms_override_open on terms_override (tenant_id, scope_id, rule, clause, digest)
  where state in ('asked', 'granted');

-- The agreement under which a class was formed, as the room of classes tells it.
alter table compliance_class add column agreement_id uuid;
