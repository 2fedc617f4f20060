-- How places are given is settled and shown before the class is opened.
alter table order_class add column placing_rule text not null default 'stable' check (placing_rule in ('stable', 'fill'));
alter table order_class add column has_groups boolean not null default false;
alter table order_class add column minimum integer not null default 0 check (minimum >= 0);
alter table order_class add column exit_from date;
alter table order_class add column exit_until date;
alter table class_seat add column minimum integer not null default 0 check (minimum >= 0);
-- Students who want to stay together know the same word.
alter table application add column group_code text check (group_code <> '');
alter table matching_run add column rule text not null default 'stable' check (rule in ('stable', 'fill'));
alter table matching_run add column side jsonb;

create table interview_slot (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  class_id uuid not null,
  starts_at timestamptz not null,
  minutes integer not null check (minutes between 5 and 480),
  place text not null,
  interviewer text not null default '',
  places integer not null check (places between 1 and 100),
  primary key (tenant_id, id),
  foreign key (tenant_id, class_id) references order_class (tenant_id, id) on delete cascade
);
create index interview_slot_by_class on interview_slot (tenant_id, class_id, starts_at);

create table interview_booking (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  application_id uuid not null,
  slot_id uuid not null,
  booked_at timestamptz not null,
  primary key (tenant_id, application_id),
  foreign key (tenant_id, application_id) references application (tenant_id, id) on delete cascade,
  foreign key (tenant_id, slot_id) references interview_slot (tenant_id, id)
);
create index interview_booking_by_slot on interview_booking (tenant_id, slot_id);

create table rubric_criterion (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  class_id uuid not null,
  position integer not null,
  name text not null,
  weight integer not null check (weight between 1 and 100),
  primary key (tenant_id, id),
  foreign key (tenant_id, class_id) references order_class (tenant_id, id) on delete cascade
);

create table rubric_mark (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  application_id uuid not null,
  criterion_id uuid not null,
  points double precision not null check (points >= 0 and points <= 100),
  given_by uuid,
  given_at timestamptz not null,
  primary key (tenant_id, application_id, criterion_id),
  foreign key (tenant_id, application_id) references application (tenant_id, id) on delete cascade,
  foreign key (tenant_id, criterion_id) references rubric_criterion (tenant_id, id) on delete cascade
);

-- The syllabus both sides teach from: the school names its teacher, the enterprise its mentor, each agrees to the whole.
create table class_course (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  class_id uuid not null,
  position integer not null,
  name text not null,
  hours integer not null check (hours between 1 and 2000),
  held_at text not null check (held_at in ('school', 'enterprise', 'both')),
  teacher_name text not null default '',
  mentor_name text not null default '',
  primary key (tenant_id, id),
  foreign key (tenant_id, class_id) references order_class (tenant_id, id) on delete cascade
);
alter table order_class add column syllabus_revision integer not null default 0;
alter table order_class add column syllabus_school_on date;
alter table order_class add column syllabus_enterprise_on date;

-- Who left or changed the post, when, and why; never rewritten.
create table placement_change (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  class_id uuid not null,
  placement_id uuid not null,
  kind text not null check (kind in ('left', 'moved')),
  from_seat_id uuid not null,
  to_seat_id uuid,
  reason text not null,
  note text not null default '',
  by_role text not null,
  changed_by uuid,
  changed_on date not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, placement_id) references placement (tenant_id, id)
);
create index placement_change_by_class on placement_change (tenant_id, class_id, changed_at);
