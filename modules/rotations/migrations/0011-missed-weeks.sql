-- Weeks of a block that has begun in which its student was not there (absent) or had no place (no-place). The block's own
-- rows are the weeks that were and will be attended.
create table rotation_missed_week (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  plan_id uuid not null,
  placement_id uuid not null,
  unit_id uuid not null,
  week_start date not null,
  -- Missed out of a block that made up for weeks missed before.
  is_rest boolean not null,
  cause text not null check (cause in ('absent', 'no-place')),
  primary key (tenant_id, plan_id, placement_id, unit_id, week_start),
  foreign key (tenant_id, plan_id) references rotation_plan (tenant_id, id) on delete cascade
);
-- Made up for later, or let go.
alter table rotation_absence add column is_made_up boolean not null default true;
-- A block that makes up for missed weeks of its unit: as long as they were.
alter table rotation_block add column is_rest boolean not null default false;
