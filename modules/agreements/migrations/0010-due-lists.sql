-- Lists over thousands of due days are read and counted from this one table.
alter table obligation_due
  add column is_share boolean not null default false,
  add column is_paused boolean not null default false,
  add column owed_by text not null default 'both';
-- The owner fills them for every home; the wall is put up again after the migrations.
alter table obligation_due no force row level security;
alter table obligation no force row level security;
alter table agreement no force row level security;
update obligation_due d set owed_by = o.owed_by, is_share = o.metric in ('offers-made', 'students-insured', 'consents-recorded')
from obligation o where o.tenant_id = d.tenant_id and o.id = d.obligation_id;
update obligation_due d set is_paused = true
from agreement a where a.tenant_id = d.tenant_id and a.id = d.agreement_id and a.state = 'suspended';
