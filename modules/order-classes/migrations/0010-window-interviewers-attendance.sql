-- The day from which students may choose; without one, from the opening of the class on.
alter table order_class add column applications_from date;
alter table order_class add constraint order_class_window
  check (applications_from is null or applications_until is null or applications_from <= applications_until) not valid;

-- Who interviews is a member of the enterprise where there is one; a name alone is a guest, who reads nothing here.
alter table interview_slot add column interviewer_id uuid;

-- Whether the student came, said after the time by whoever interviewed.
alter table interview_booking add column came boolean;
alter table interview_booking add column came_by uuid;
alter table interview_booking add column came_at timestamptz;

-- Free places go to those who wait by themselves, each new day.
alter table order_class add column moves_up boolean not null default false;

-- Scores and points keep the account (scored_by, given_by) and the name it had.
alter table application_score add column scored_by_name text not null default '';
alter table rubric_mark add column given_by_name text not null default '';
