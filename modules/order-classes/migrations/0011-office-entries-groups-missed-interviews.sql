-- Who entered the choices last, and for what reason the office entered them after the window; one batch for each file.
alter table application add column entered_by text not null default 'student' check (entered_by in ('student', 'office'));
alter table application add column late_reason text not null default '';
alter table application add column batch_id uuid;

-- With whom an applicant has said to stay together, by application; null: nothing said. It stands as long as nobody else joins.
alter table application add column group_agreed_with uuid[];
-- Where places were given before this was asked, giving the same word was what counted.
update application a set group_agreed_with = array(
    select b.id from application b
    where b.tenant_id = a.tenant_id and b.class_id = a.class_id and b.group_code = a.group_code and not b.is_withdrawn)
  from order_class c
  where c.tenant_id = a.tenant_id and c.id = a.class_id and c.state in ('matched', 'published', 'running', 'finished')
    and a.group_code is not null and not a.is_withdrawn;

-- Why somebody did not come to an interview, and whether they may book another time.
alter table interview_booking add column absence text check (absence in ('ill', 'excused', 'no-show'));
alter table interview_booking add column absence_note text not null default '';
alter table interview_booking add column may_book_again boolean not null default false;
update interview_booking set absence = 'no-show' where came = false;

-- Interviews that were missed before another time was booked; never rewritten.
create table missed_interview (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  application_id uuid not null,
  slot_id uuid not null,
  booked_at timestamptz not null,
  absence text not null check (absence in ('ill', 'excused', 'no-show')),
  absence_note text not null default '',
  said_by uuid,
  said_at timestamptz,
  primary key (tenant_id, application_id, slot_id),
  foreign key (tenant_id, application_id) references application (tenant_id, id) on delete cascade,
  foreign key (tenant_id, slot_id) references interview_slot (tenant_id, id)
);
create index missed_interview_by_slot on missed_interview (tenant_id, slot_id);
