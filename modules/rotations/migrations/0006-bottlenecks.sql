-- Whom one more place would help: unit, site, month, number of students and the most that one of them would win.
alter table rotation_plan add column bottlenecks jsonb not null default '[]';
