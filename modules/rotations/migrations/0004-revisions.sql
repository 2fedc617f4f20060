-- The plan that this one changes as little as possible.
alter table rotation_plan add column based_on uuid;
-- Each student's own points in the plan, and what they would be if nobody else were there.
alter table rotation_plan add column standing jsonb not null default '[]';

-- Optional units that a student would like, best first.
create table rotation_wish (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  base_id uuid not null,
  student_id uuid not null,
  unit_ids jsonb not null,
  changed_at timestamptz not null,
  primary key (tenant_id, base_id, student_id)
);
