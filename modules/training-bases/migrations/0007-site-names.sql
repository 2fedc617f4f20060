-- The site's English name as it was when the workstation was offered; empty: only the Chinese one is known.
alter table base_station add column site_name_en text not null default '';
