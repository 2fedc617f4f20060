-- Wrong passwords are counted by the digest of the name that was typed, whether or not anybody has that name: an answer
-- must not tell who has an account.
create table sign_in_failure (
  name_digest text primary key,
  failures integer not null,
  last_at timestamptz not null,
  locked_until timestamptz
);
create index sign_in_failure_by_time on sign_in_failure (last_at);

alter table person_password drop column failures, drop column locked_until;
