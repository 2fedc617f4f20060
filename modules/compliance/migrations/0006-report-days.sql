-- Outcomes of classes day by day, in numbers: what the authority reads of the past. Written with each report.
create table compliance_report_day (
  tenant_id uuid not null,
  class_id uuid not null,
  on_day date not null,
  host_id uuid not null,
  placements integer not null,
  breached integer not null,
  blocking integer not null,
  unknown integer not null,
  met integer not null,
  excused integer not null,
  is_over boolean not null,
  primary key (tenant_id, class_id, on_day)
);
insert into compliance_report_day (tenant_id, class_id, on_day, host_id, placements, breached, blocking, unknown, met, excused, is_over)
select tenant_id, class_id, on_day, host_id, placements, breached, blocking, unknown, met, excused, is_over from compliance_report;
