-- Links that open one thing without a sign-in: calendar feeds, signing from a mail, public pages.
-- Only the digest of the secret is kept.
create table open_link (
  tenant_id uuid not null,
  id uuid not null,
  enterprise_id uuid,
  kind text not null,
  subject_id uuid not null,
  secret_hash text not null,
  details jsonb not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  primary key (tenant_id, id)
);
create index open_link_subject on open_link (tenant_id, kind, subject_id);
