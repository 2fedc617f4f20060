-- The route of an agreement; without a row it is negotiated.
create table agreement_route (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  agreement_id uuid not null,
  route text not null check (route in ('standard', 'negotiated')),
  primary key (tenant_id, agreement_id),
  foreign key (tenant_id, agreement_id) references agreement (tenant_id, id) on delete cascade
);

create table section_proposal (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  agreement_id uuid not null,
  id uuid not null,
  clause text not null,
  base_revision integer not null,
  body text not null,
  body_en text not null,
  reason text not null default '',
  state text not null check (state in ('open', 'accepted', 'declined', 'withdrawn')),
  side text not null check (side in ('school', 'enterprise')),
  person_id uuid,
  person_name text not null,
  at timestamptz not null,
  answer text not null default '',
  answered_by uuid,
  answered_name text not null default '',
  answered_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, agreement_id) references agreement (tenant_id, id) on delete cascade
);
create index section_proposal_by_agreement on section_proposal (tenant_id, agreement_id, at);

-- A thread is its first comment; `resolved_*` stand on that one.
create table section_comment (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  agreement_id uuid not null,
  id uuid not null,
  thread_id uuid not null,
  clause text not null,
  body text not null,
  side text not null check (side in ('school', 'enterprise')),
  person_id uuid,
  person_name text not null,
  at timestamptz not null,
  resolved_name text not null default '',
  resolved_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, agreement_id) references agreement (tenant_id, id) on delete cascade
);
create index section_comment_by_agreement on section_comment (tenant_id, agreement_id, at);
