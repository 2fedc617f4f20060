-- Units of the same base that have to be begun before this one.
alter table base_unit add column comes_after jsonb not null default '[]';
