-- Meetings, ceremonies and the like that other rooms want in the calendar of an agreement.
create table agreement_appointment (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  agreement_id uuid not null,
  source_module text not null,
  source_record text not null,
  version bigint not null,
  kind text not null,
  title text not null,
  title_en text not null default '',
  place text not null default '',
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  path text not null default '',
  is_cancelled boolean not null default false,
  primary key (tenant_id, agreement_id, source_module, source_record),
  foreign key (tenant_id, agreement_id) references agreement (tenant_id, id) on delete cascade
);
