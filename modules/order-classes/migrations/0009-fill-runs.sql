-- Filling more seats is a long run; the class names the one whose result it will take.
alter table order_class add column fill_run_id uuid;
