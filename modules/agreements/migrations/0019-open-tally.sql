-- How many dues of each agreement are open: the list of all open duties is counted from one row an agreement.
create table obligation_tally (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  agreement_id uuid not null,
  open integer not null,
  primary key (tenant_id, agreement_id),
  foreign key (tenant_id, agreement_id) references agreement (tenant_id, id) on delete cascade
);
insert into obligation_tally (tenant_id, enterprise_id, agreement_id, open)
select tenant_id, enterprise_id, agreement_id, count(*)
from obligation_due where not is_met and not is_void
group by tenant_id, enterprise_id, agreement_id;
