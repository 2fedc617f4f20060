-- The paper that shows a payment, as a file: one payroll list is the paper of many payments. Who kept it, and when.
alter table compliance_payment
  add column file_id uuid,
  add column file_name text not null default '',
  add column filed_by_name text not null default '',
  add column filed_at timestamptz;
