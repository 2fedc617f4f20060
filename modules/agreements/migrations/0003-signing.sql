-- Who has to sign an agreement, in which role and order. An agreement without a row here is signed by both sides at once.
create table signing_plan (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  agreement_id uuid not null,
  due_on date,
  remind_every_days integer not null default 3,
  -- The platform's own seal on the finished file, and the level that was reached.
  seal_fingerprint text,
  seal_level text,
  primary key (tenant_id, agreement_id),
  foreign key (tenant_id, agreement_id) references agreement (tenant_id, id) on delete cascade
);

create table signature_slot (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  agreement_id uuid not null,
  id uuid not null,
  -- Name of the signature field in the file.
  field text not null,
  side text not null check (side in ('school', 'enterprise', 'third')),
  role text not null check (role in ('signer', 'approver', 'witness', 'delegate')),
  step integer not null,
  name text not null,
  post text not null default '',
  organisation text not null default '',
  channel text not null check (channel in ('account', 'link')),
  mail text,
  second_mail text,
  phone text,
  mandate jsonb,
  mandate_file_id uuid,
  mandate_revoked_at timestamptz,
  -- Handwriting as it is drawn into the paper before the first signature: strokes, or the name typed.
  handwriting jsonb,
  opened_at timestamptz,
  reminded_at timestamptz,
  expiry_told_at timestamptz,
  declined_at timestamptz,
  decline_reason text not null default '',
  primary key (tenant_id, id),
  unique (tenant_id, agreement_id, field),
  foreign key (tenant_id, agreement_id) references agreement (tenant_id, id) on delete cascade
);
create index signature_slot_by_agreement on signature_slot (tenant_id, agreement_id);

-- The one-time link of a slot. Codes and passes are kept as digests; wrong codes are counted in the row itself.
create table signing_link (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  slot_id uuid not null,
  link_id uuid not null,
  code_hash text not null,
  wrong_codes integer not null default 0,
  pass_hash text,
  pass_until timestamptz,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (tenant_id, slot_id),
  foreign key (tenant_id, slot_id) references signature_slot (tenant_id, id) on delete cascade
);

-- A side's seal image, drawn into the paper before the first signature.
create table signing_seal (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  agreement_id uuid not null,
  side text not null check (side in ('school', 'enterprise')),
  file_id uuid not null,
  across_pages boolean not null,
  put_by text not null,
  put_at timestamptz not null,
  primary key (tenant_id, agreement_id, side),
  foreign key (tenant_id, agreement_id) references agreement (tenant_id, id) on delete cascade
);

-- Keys by which this installation seals finished files. The secret that opens them is not in the database.
create table platform_seal (
  fingerprint text not null primary key,
  certificate bytea not null,
  sealed bytea not null,
  created_at timestamptz not null
);

alter table signing_identity add column wrong_secrets integer not null default 0;
alter table signing_identity add column locked_until timestamptz;

alter table agreement_signature drop constraint agreement_signature_pkey;
alter table agreement_signature drop constraint agreement_signature_side_check;
alter table agreement_signature alter column person_id drop not null;
alter table agreement_signature add column slot_id uuid;
alter table agreement_signature add column role text not null default 'signer';
alter table agreement_signature add column field text;
alter table agreement_signature add column key_kind text not null default 'account';
update agreement_signature set slot_id = gen_random_uuid(), field = side;
insert into signature_slot
  (tenant_id, enterprise_id, agreement_id, id, field, side, role, step, name, post, channel)
select tenant_id, enterprise_id, agreement_id, slot_id, field, side, role, 1, signer_name, signer_post, 'account'
from agreement_signature;
alter table agreement_signature alter column slot_id set not null;
alter table agreement_signature alter column field set not null;
alter table agreement_signature add primary key (tenant_id, agreement_id, slot_id);
