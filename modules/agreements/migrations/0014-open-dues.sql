-- Open duties are counted from the index alone; it carries what the wall asks of each row.
drop index obligation_due_open;
create index obligation_due_open on obligation_due (tenant_id, due_on) include (enterprise_id)
  where not is_met and not is_void;
