-- Majors whose students may apply; at the start that of the order alone.
alter table order_class add column major_codes text[] not null default '{}';
update order_class set major_codes = array[major_code] where major_codes = '{}';

-- The student's own letter of informed consent, beside the signature under the tripartite agreement.
alter table placement add column student_consent_on date;
alter table placement add column ended_on date;
