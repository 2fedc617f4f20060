-- What later rooms may read of orders; row-level security of the table holds for whoever asks.
create view workforce_order with (security_invoker = true) as
select tenant_id, enterprise_id, id as order_id, number, class_name, programme_name, programme_name_en, seats, state, start_quarter
from talent_order;
grant select on workforce_order to dualtrack_app;
