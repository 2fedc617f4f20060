-- How score and bound went over the time of the last search: [seconds, score, bound].
alter table rotation_plan add column curve jsonb not null default '[]';

-- Who was told that a plan was published, and whether it was read.
create table rotation_notice (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  person_id uuid not null,
  audience text not null check (audience in ('student', 'guardian', 'mentor', 'teacher')),
  -- Blocks that are new or otherwise than in the plan before; 0 where there was none before.
  changes integer not null check (changes >= 0),
  is_first boolean not null,
  created_at timestamptz not null,
  seen_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, plan_id, person_id, audience),
  foreign key (tenant_id, plan_id) references rotation_plan (tenant_id, id) on delete cascade
);
create index rotation_notice_by_person on rotation_notice (person_id) where seen_at is null;
