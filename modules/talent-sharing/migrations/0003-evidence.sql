-- What speaks for somebody as a teacher with two qualifications, or as a part-time teacher, beside what the platform itself
-- has attested. It counts once an office has seen the paper, or when another room hands it in.
create table teacher_evidence (
  tenant_id uuid not null,
  id uuid not null,
  expert_id uuid not null,
  kind text not null,
  title text not null,
  issuer text not null,
  number text not null default '',
  from_on date not null,
  to_on date,
  by_person uuid,
  by_name text not null,
  path text not null default '',
  source_id uuid,
  checked_by text not null default '',
  checked_at timestamptz,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, expert_id, kind, source_id)
);
create index teacher_evidence_of on teacher_evidence (tenant_id, expert_id);
