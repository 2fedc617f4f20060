-- Nothing hands observations in from elsewhere: each is written down here by a person.
alter table observation drop column source_module, drop column source_id, drop column source_path;
