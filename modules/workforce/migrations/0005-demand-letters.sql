-- Who was written to about what: nobody is written to twice.
create table demand_letter (
  tenant_id uuid not null,
  happening text not null,
  person_id uuid not null,
  sent_at timestamptz not null,
  primary key (tenant_id, happening, person_id)
);
