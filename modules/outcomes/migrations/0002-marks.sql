-- Marks are entered on a screen by several people: of two who change the same mark at once, one is told.
alter table assessment add column revision integer not null default 1, add column recorded_by uuid;
