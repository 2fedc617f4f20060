-- English name of a site; empty: only the Chinese one is known.
alter table site add column name_en text not null default '';
