-- Organisations are the tenants; their names and codes are public facts.
create table organisation (
  tenant_id uuid primary key,
  kind text not null check (kind in ('school', 'enterprise', 'authority', 'host')),
  code text not null unique,
  name text not null,
  name_en text not null,
  region_code text,
  is_illustrative boolean not null default false,
  created_at timestamptz not null
);

create table person (
  id uuid primary key,
  name text not null,
  locale text not null default 'zh-CN',
  created_at timestamptz not null
);

-- What a person types to sign in (mail address or phone), unique in the country.
create table sign_in_name (
  name text primary key,
  person_id uuid not null references person (id) on delete cascade
);

create table person_password (
  person_id uuid primary key references person (id) on delete cascade,
  hash text not null,
  changed_at timestamptz not null,
  failures integer not null default 0,
  locked_until timestamptz
);

-- Pointer from a person to a membership, read at every request; the membership itself is in its home.
create table person_membership (
  person_id uuid not null references person (id) on delete cascade,
  membership_id uuid not null,
  tenant_id uuid not null,
  role text not null,
  subject_id uuid,
  ended_at timestamptz,
  primary key (person_id, membership_id)
);

create table session (
  token_hash text primary key,
  person_id uuid not null references person (id) on delete cascade,
  membership_id uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index session_by_person on session (person_id);

create table password_reset (
  token_hash text primary key,
  person_id uuid not null references person (id) on delete cascade,
  expires_at timestamptz not null,
  used_at timestamptz
);

create table membership (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  role text not null,
  name text not null,
  title text not null default '',
  subject_id uuid,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id)
);
create index membership_by_subject on membership (tenant_id, subject_id);

create table invitation (
  tenant_id uuid not null,
  id uuid not null,
  role text not null,
  name text not null,
  address text not null,
  subject_id uuid,
  invited_by uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  primary key (tenant_id, id)
);

create table invitation_token (
  token_hash text primary key,
  tenant_id uuid not null,
  invitation_id uuid not null
);

-- An offer to work together, in the home of the organisation that is asked.
create table partnership_offer (
  tenant_id uuid not null,
  id uuid not null,
  from_id uuid not null,
  from_name text not null,
  from_name_en text not null,
  state text not null check (state in ('open', 'accepted', 'declined')),
  created_at timestamptz not null,
  decided_at timestamptz,
  primary key (tenant_id, id)
);
create unique index partnership_offer_open on partnership_offer (tenant_id, from_id) where state = 'open';
