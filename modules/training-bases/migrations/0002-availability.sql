-- Working hours of a unit, and of a station where they differ; null: not set.
alter table base_unit add column shift jsonb;
alter table base_station add column shift jsonb;
-- Stretches of days with other places than usual; 0 places: closed.
alter table base_station add column periods jsonb not null default '[]';
-- Stretches of days in which a mentor takes nobody.
alter table base_mentor add column absences jsonb not null default '[]';

create table base_equipment (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  base_id uuid not null,
  station_id uuid,
  asset_number text not null,
  name text not null,
  name_en text not null default '',
  condition text not null check (condition in ('ready', 'limited', 'broken')),
  inspection_due date,
  note text not null default '',
  primary key (tenant_id, id),
  unique (tenant_id, base_id, asset_number),
  foreign key (tenant_id, base_id) references base (tenant_id, id) on delete cascade,
  foreign key (tenant_id, station_id) references base_station (tenant_id, id)
);
create index base_equipment_by_station on base_equipment (tenant_id, station_id);
