-- The register is read newest change first, as its list is written: descending, unknown last.
drop index agreement_by_change;
create index agreement_by_change on agreement (tenant_id, changed_at desc nulls last);
create index agreement_by_partner on agreement (tenant_id, enterprise_id, changed_at desc nulls last);
