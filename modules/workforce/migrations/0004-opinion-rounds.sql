-- An order sent back is heard again from the beginning; what was said before stays on record.
alter table order_opinion add column round integer not null default 1 check (round >= 1);
alter table order_opinion drop constraint order_opinion_pkey;
alter table order_opinion add primary key (tenant_id, order_id, round, step);
alter table opinion_round add column round integer not null default 1 check (round >= 1);

-- Whose opinion is that of the president: one person, named by the office.
create table school_president (
  tenant_id uuid not null primary key,
  person_id uuid not null,
  name text not null,
  named_by text not null,
  named_at timestamptz not null
);
