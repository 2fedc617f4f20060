-- What was paid to a student for a month, before any payroll tells it: who says so, and by what paper. Corrections
-- replace the earlier row, which stays.
create table compliance_payment (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  class_id uuid not null,
  placement_id uuid not null,
  -- `YYYY-MM`
  month text not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  -- In minor units; what reached the student, and what was kept for meals and lodging at cost.
  amount bigint not null check (amount >= 0),
  meals bigint not null default 0 check (meals >= 0),
  lodging bigint not null default 0 check (lodging >= 0),
  currency text not null default 'CNY',
  -- The placement began or ended within the month.
  is_part boolean not null,
  paid_on date not null,
  method text not null,
  -- Empty: the host itself, and the student's own account.
  payer text not null default '',
  account_holder text not null default '',
  evidence text not null check (evidence <> ''),
  recorded_by uuid not null,
  recorded_by_name text not null,
  recorded_side text not null check (recorded_side in ('school', 'enterprise')),
  recorded_at timestamptz not null,
  replaced_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, class_id) references compliance_class (tenant_id, class_id),
  foreign key (tenant_id, placement_id) references compliance_placement (tenant_id, placement_id)
);
create unique index compliance_payment_current on compliance_payment (tenant_id, placement_id, month)
  where replaced_at is null;
create index compliance_payment_of_class on compliance_payment (tenant_id, class_id);
