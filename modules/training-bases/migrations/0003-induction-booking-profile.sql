-- Where a base is, for its profile page.
alter table base add column address text not null default '';
alter table base add column latitude double precision check (latitude between -90 and 90);
alter table base add column longitude double precision check (longitude between -180 and 180);

create table base_photo (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  base_id uuid not null,
  file_id uuid not null,
  caption text not null default '',
  caption_en text not null default '',
  added_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, base_id) references base (tenant_id, id) on delete cascade
);
create index base_photo_by_base on base_photo (tenant_id, base_id);

-- What a student must know before working in a unit: a guide, questions with one right choice, a pass mark in per cent.
create table base_induction (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  base_id uuid not null,
  unit_id uuid not null,
  guide text not null default '',
  guide_en text not null default '',
  pass_mark integer not null check (pass_mark between 1 and 100),
  questions jsonb not null,
  changed_at timestamptz not null,
  primary key (tenant_id, unit_id),
  foreign key (tenant_id, unit_id) references base_unit (tenant_id, id) on delete cascade
);
create index base_induction_by_base on base_induction (tenant_id, base_id);

-- One attempt of one student, with the mark that counted then.
create table base_induction_result (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  base_id uuid not null,
  unit_id uuid not null,
  class_id uuid not null,
  placement_id uuid not null,
  student_id uuid not null,
  student_name text not null,
  score integer not null check (score between 0 and 100),
  pass_mark integer not null,
  is_passed boolean not null,
  answers jsonb not null,
  taken_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, base_id) references base (tenant_id, id) on delete cascade
);
create index base_induction_result_by_unit on base_induction_result (tenant_id, unit_id, student_id);

create table base_booking (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  base_id uuid not null,
  equipment_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  purpose text not null default '',
  booked_by uuid not null,
  booked_by_name text not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  check (starts_at < ends_at),
  foreign key (tenant_id, equipment_id) references base_equipment (tenant_id, id) on delete cascade
);
create index base_booking_by_equipment on base_booking (tenant_id, equipment_id, starts_at);
