-- Which country's law holds is a setting of a placement.
alter table compliance_placement add column jurisdiction text not null default 'CN' check (jurisdiction ~ '^[A-Z]{2}$');
