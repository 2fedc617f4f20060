-- What the register searches, folded once when it is written instead of at every look.
alter table agreement
  add column search_text text generated always as (lower(title || ' ' || title_en || ' ' || number)) stored;
