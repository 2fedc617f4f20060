-- Filings with the competent department, and waivers of single rules, of a class or of some of its placements.
create table compliance_filing (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  class_id uuid not null,
  kind text not null check (kind in ('filing', 'waiver')),
  number text not null,
  -- What a filing covers, or the rules that a waiver is about.
  scope jsonb not null,
  -- Empty: the whole class.
  placement_ids jsonb not null,
  filed_on date not null,
  approved_on date,
  until date not null,
  asked_by text not null default '',
  granted_by text not null default '',
  file_id uuid,
  file_name text not null default '',
  withdrawn_at timestamptz,
  recorded_by uuid,
  recorded_by_name text not null,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, class_id, number),
  foreign key (tenant_id, class_id) references compliance_class (tenant_id, class_id)
);

insert into compliance_filing (tenant_id, enterprise_id, id, class_id, kind, number, scope, placement_ids, filed_on,
  approved_on, until, recorded_by, recorded_by_name, recorded_at)
select f.tenant_id, f.enterprise_id, gen_random_uuid(), f.class_id, 'filing', one ->> 'id', one -> 'scope', '[]',
  (one ->> 'date')::date, (one ->> 'approvedAt')::date, (one ->> 'until')::date, f.recorded_by, f.recorded_by_name,
  f.recorded_at
from fact f, jsonb_array_elements(f.value) as one
where f.name = 'filings' and f.placement_id is null and f.replaced_at is null and f.source_module = 'compliance'
  and jsonb_typeof(f.value) = 'array' and one ? 'id' and one ? 'date' and one ? 'scope' and one ? 'until'
on conflict do nothing;
