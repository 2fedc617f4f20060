-- Last day on which the certificate of a mentor counts; null: it does not run out.
alter table base_mentor add column certificate_until date;
