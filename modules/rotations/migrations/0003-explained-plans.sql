-- What one more place would be worth, by unit and week, where the search proved it.
alter table rotation_plan add column prices jsonb not null default '[]';
-- Why a block is where and when it is, and the working hours it was published with.
alter table rotation_block add column reason jsonb;
alter table rotation_block add column shift jsonb;
