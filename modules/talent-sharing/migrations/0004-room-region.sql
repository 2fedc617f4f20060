-- Whose holidays hold in a room: a division code, or a country and its state (`DE-BY`); empty: those of its organisation.
alter table talent_room add column region text not null default '';
