-- Near misses and notes that staff wrote down for their own organisation; a later room may hand in its own, once each.
create table observation (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  title text not null,
  place text not null,
  on_day date not null,
  happened text not null,
  done text not null default '',
  seen_by text not null,
  author_id uuid,
  author_name text not null,
  source_module text,
  source_id uuid,
  source_path text not null default '',
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, source_module, source_id)
);
create index challenge_by_origin on challenge (tenant_id, origin_place, origin_id);
