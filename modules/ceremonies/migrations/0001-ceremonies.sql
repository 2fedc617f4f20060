create table ceremony (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  agreement_id uuid,
  base_id uuid,
  -- 'platform', or 'public-record' when it is only known from a public report.
  origin text not null default 'platform',
  source text not null default '',
  state text not null,
  title text not null,
  title_en text not null default '',
  held_on date not null,
  time_of_day text,
  begins_at text not null default '',
  place text not null default '',
  place_en text not null default '',
  host_side text not null,
  -- What is signed and what the plaque says, as they stood when the ceremony was planned.
  paper text not null default '',
  paper_en text not null default '',
  plaque text not null default '',
  plaque_en text not null default '',
  note text not null default '',
  live_item_id uuid,
  live_revision integer not null default 0,
  unveiled_at timestamptz,
  began_at timestamptz,
  ended_at timestamptz,
  cancel_reason text not null default '',
  minutes text not null default '',
  minutes_en text not null default '',
  created_by text not null default '',
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id)
);
create index ceremony_agreement on ceremony (tenant_id, agreement_id);

-- Parts that are edited as a whole: whoever saves names the revision that they saw.
create table ceremony_part (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  ceremony_id uuid not null,
  part text not null,
  revision integer not null,
  changed_by text not null default '',
  changed_at timestamptz not null,
  primary key (tenant_id, ceremony_id, part),
  foreign key (tenant_id, ceremony_id) references ceremony (tenant_id, id) on delete cascade
);

create table ceremony_guest (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  ceremony_id uuid not null,
  side text not null,
  -- Order of precedence within the side, from 1.
  position integer not null check (position > 0),
  name text not null default '',
  name_en text not null default '',
  posts jsonb not null,
  posts_en jsonb not null,
  duty text not null,
  is_group boolean not null default false,
  primary key (tenant_id, id),
  foreign key (tenant_id, ceremony_id) references ceremony (tenant_id, id) on delete cascade
);
create index ceremony_guest_of on ceremony_guest (tenant_id, ceremony_id);

create table agenda_item (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  ceremony_id uuid not null,
  position integer not null,
  kind text not null,
  title text not null default '',
  title_en text not null default '',
  minutes integer,
  speaker_ids jsonb not null,
  topics jsonb not null,
  speech text not null default '',
  speech_en text not null default '',
  -- What was said, for minutes and news.
  summary text not null default '',
  summary_en text not null default '',
  begun_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, ceremony_id) references ceremony (tenant_id, id) on delete cascade
);
create index agenda_item_of on agenda_item (tenant_id, ceremony_id);

create table ceremony_photo (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  ceremony_id uuid not null,
  file_id uuid not null,
  media_type text not null,
  width integer not null,
  height integer not null,
  caption text not null default '',
  caption_en text not null default '',
  has_camera_data boolean not null,
  has_location boolean not null,
  side text not null,
  added_by text not null,
  added_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, ceremony_id) references ceremony (tenant_id, id) on delete cascade
);
create index ceremony_photo_of on ceremony_photo (tenant_id, ceremony_id);

create table guest_book_entry (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  ceremony_id uuid not null,
  name text not null,
  post text not null default '',
  words text not null,
  side text not null,
  written_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, ceremony_id) references ceremony (tenant_id, id) on delete cascade
);
create index guest_book_entry_of on guest_book_entry (tenant_id, ceremony_id);

create table meeting (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  agreement_id uuid,
  state text not null,
  title text not null,
  starts_at timestamptz not null,
  length_minutes integer not null check (length_minutes between 5 and 1440),
  place text not null default '',
  agenda jsonb not null,
  attendees jsonb not null,
  minutes text not null default '',
  revision integer not null default 1,
  changed_by text not null default '',
  created_by text not null default '',
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id)
);
create index meeting_agreement on meeting (tenant_id, agreement_id);

-- What a ceremony's discussion or a meeting decided.
create table minuted_decision (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  ceremony_id uuid,
  meeting_id uuid,
  position integer not null,
  wording text not null default '',
  wording_en text not null default '',
  primary key (tenant_id, id),
  check ((ceremony_id is null) <> (meeting_id is null)),
  foreign key (tenant_id, ceremony_id) references ceremony (tenant_id, id) on delete cascade,
  foreign key (tenant_id, meeting_id) references meeting (tenant_id, id) on delete cascade
);
create index minuted_decision_of on minuted_decision (tenant_id, ceremony_id, meeting_id);

-- What somebody has to do: before a ceremony (checklist), or after a ceremony or a meeting.
create table follow_up (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  ceremony_id uuid,
  meeting_id uuid,
  agreement_id uuid,
  kind text not null,
  title text not null,
  side text not null,
  owner text not null default '',
  due_on date,
  state text not null,
  done_by text not null default '',
  done_at timestamptz,
  created_by text not null default '',
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, ceremony_id) references ceremony (tenant_id, id) on delete cascade,
  foreign key (tenant_id, meeting_id) references meeting (tenant_id, id) on delete cascade
);
create index follow_up_open on follow_up (tenant_id, state, side, due_on);

-- One side's yes to showing one thing in public. No row: not released.
create table ceremony_release (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  ceremony_id uuid not null,
  side text not null,
  item text not null,
  released_by text not null,
  released_at timestamptz not null,
  primary key (tenant_id, ceremony_id, side, item),
  foreign key (tenant_id, ceremony_id) references ceremony (tenant_id, id) on delete cascade
);

create table news_page (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  ceremony_id uuid not null,
  slug text not null,
  revision integer not null,
  draft jsonb not null,
  edited_by text not null default '',
  edited_at timestamptz not null,
  school_released integer,
  enterprise_released integer,
  -- The last draft that both sides released, and nothing when a side withdrew it.
  shown jsonb,
  shown_at timestamptz,
  withdrawn_side text,
  withdrawn_at timestamptz,
  primary key (tenant_id, ceremony_id),
  foreign key (tenant_id, ceremony_id) references ceremony (tenant_id, id) on delete cascade
);

-- Public: which home an address of a news page leads into. Says nothing of what stands there.
create table news_address (
  tenant_id uuid not null,
  slug text not null,
  ceremony_id uuid not null,
  primary key (slug)
);

create table discussion_thread (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  agreement_id uuid,
  subject text not null,
  side text not null,
  opened_by text not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  closed_by text not null default '',
  last_at timestamptz not null,
  primary key (tenant_id, id)
);
create index discussion_thread_agreement on discussion_thread (tenant_id, agreement_id);

create table discussion_post (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  thread_id uuid not null,
  person_id uuid not null,
  name text not null,
  side text not null,
  body text not null,
  revision integer not null default 1,
  mentions jsonb not null,
  posted_at timestamptz not null,
  edited_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by text not null default '',
  primary key (tenant_id, id),
  foreign key (tenant_id, thread_id) references discussion_thread (tenant_id, id)
);
create index discussion_post_of on discussion_post (tenant_id, thread_id);

-- Every wording that a post ever had; rows are only added.
create table discussion_post_revision (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  post_id uuid not null,
  revision integer not null,
  body text not null,
  name text not null,
  at timestamptz not null,
  primary key (tenant_id, post_id, revision),
  foreign key (tenant_id, post_id) references discussion_post (tenant_id, id)
);

create table discussion_reader (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  thread_id uuid not null,
  person_id uuid not null,
  read_at timestamptz not null,
  primary key (tenant_id, thread_id, person_id),
  foreign key (tenant_id, thread_id) references discussion_thread (tenant_id, id)
);
