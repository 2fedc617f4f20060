-- What a school has on file of somebody from an enterprise who teaches part time: what the limits of part-time teachers ask
-- for. Null: not known yet, and asked for. Of the age only year and month of birth.
create table part_time_teacher (
  tenant_id uuid not null,
  expert_id uuid not null,
  years_in_field smallint,
  title_level text,
  born_month text,
  unit_consents boolean,
  contract_from date,
  contract_to date,
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (tenant_id, expert_id)
);
