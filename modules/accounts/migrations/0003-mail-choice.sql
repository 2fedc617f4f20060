-- A word that stands in the mails to a person and can do one thing only: end a kind of them.
alter table person add column mail_key uuid not null default gen_random_uuid();
create unique index person_by_mail_key on person (mail_key);

-- Kinds of mail that a person does not want; what is not here is wanted.
create table mail_stop (
  person_id uuid not null references person (id) on delete cascade,
  kind text not null,
  stopped_at timestamptz not null,
  primary key (person_id, kind)
);
