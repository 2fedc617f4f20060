-- In which units a mentor looks after learners; none: in all of them.
alter table base_mentor add column unit_ids jsonb not null default '[]';
