-- Where a station stands: division code of its site, else of the enterprise; empty: nobody said.
alter table base_station add column site_region text not null default '';
