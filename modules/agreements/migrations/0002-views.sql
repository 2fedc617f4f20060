-- What later rooms may read of agreements; row-level security of the table holds for whoever asks.
create view agreements_agreement with (security_invoker = true) as
select tenant_id, enterprise_id, id as agreement_id, number, title, title_en, state, order_id, valid_from, valid_to
from agreement;
grant select on agreements_agreement to dualtrack_app;
