-- Templates that an office edits itself; private to its home. The standard ones ship with the product and are no rows.
create table agreement_template (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  based_on text not null default '',
  created_by uuid,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);

create table agreement_template_version (
  tenant_id uuid not null,
  template_id uuid not null,
  version integer not null,
  state text not null check (state in ('draft', 'published')),
  title text not null,
  title_en text not null,
  body text not null,
  body_en text not null,
  variables jsonb not null,
  -- Counts the writer's saves of a draft, so that of two who save at once one is told.
  revision integer not null,
  changed_by uuid,
  changed_name text not null,
  changed_at timestamptz not null,
  published_name text not null default '',
  published_at timestamptz,
  primary key (tenant_id, template_id, version),
  foreign key (tenant_id, template_id) references agreement_template (tenant_id, id) on delete cascade
);
create unique index agreement_template_one_draft on agreement_template_version (tenant_id, template_id)
where state = 'draft';

-- The template version that an agreement was made from, word for word: its owner's later versions do not reach it.
create table agreement_source (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  agreement_id uuid not null,
  kind text not null,
  owner_side text check (owner_side in ('school', 'enterprise')),
  template_id uuid,
  version integer,
  title text not null,
  title_en text not null,
  body text not null,
  body_en text not null,
  variables jsonb not null,
  given jsonb not null,
  primary key (tenant_id, agreement_id),
  foreign key (tenant_id, agreement_id) references agreement (tenant_id, id) on delete cascade
);

-- The side that words a section; the other one proposes. Null: both word it.
alter table agreement_section add column owner text check (owner in ('school', 'enterprise'));
