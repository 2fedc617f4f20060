-- Seats that fall free after the publication are given among those who wait, in rounds of their own.
alter table matching_run add column round integer not null default 1 check (round >= 1);
drop index matching_run_published;
create unique index matching_run_published on matching_run (tenant_id, class_id, round) where is_published;
alter table placement add column round integer not null default 1 check (round >= 1);
