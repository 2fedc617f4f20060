-- A mentor's staff number tells namesakes apart; the post's English name as it was when the mentor was offered.
alter table base_mentor add column staff_number text not null default '';
alter table base_mentor add column post_title_en text not null default '';

-- The enterprise was written to that an inspection or a certificate runs out on a day; each once.
create table base_reminder (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  subject_id uuid not null,
  due_on date not null,
  sent_at timestamptz not null,
  primary key (tenant_id, subject_id, due_on)
);
