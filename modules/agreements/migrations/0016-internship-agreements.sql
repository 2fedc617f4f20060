-- The student as third party of a tripartite internship agreement. Birth date and other personal facts stay in the
-- school's own tables; what the paper itself says of the student stands in its answers and sections.
create table agreement_student (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  agreement_id uuid not null,
  student_id uuid not null,
  student_name text not null,
  -- Named where the student is a minor on the first day: then the guardian signs too.
  guardian_name text,
  placement_id uuid not null,
  class_id uuid not null,
  class_name text not null,
  post_title text not null,
  post_title_en text not null default '',
  primary key (tenant_id, agreement_id),
  foreign key (tenant_id, agreement_id) references agreement (tenant_id, id) on delete cascade
);
create index agreement_student_by_class on agreement_student (tenant_id, class_id);
create index agreement_student_by_student on agreement_student (tenant_id, student_id);
create index agreement_student_by_placement on agreement_student (tenant_id, placement_id);
