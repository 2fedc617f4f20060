-- The site's English name as it was when the block was planned; empty: only the Chinese one is known.
alter table rotation_block add column site_name_en text not null default '';
