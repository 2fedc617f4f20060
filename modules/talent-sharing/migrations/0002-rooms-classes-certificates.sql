-- Private to its home: a room in which sessions are held. `zone`: whose clock hangs on its wall.
create table talent_room (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  name_en text not null default '',
  address text not null default '',
  zone text not null,
  seats integer not null check (seats between 1 and 2000),
  is_closed boolean not null default false,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, name)
);

-- Private to the room's home: when a room is taken, by a session with whichever partner.
create table room_reservation (
  tenant_id uuid not null,
  session_id uuid not null,
  room_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  title text not null,
  primary key (tenant_id, session_id),
  foreign key (tenant_id, room_id) references talent_room (tenant_id, id)
);
create index room_reservation_at on room_reservation (tenant_id, room_id, starts_at);

-- Where a session is held, on which clock, for which class.
alter table talent_session
  add column held_at text not null default 'school',
  add column zone text not null default '',
  add column room_id uuid,
  add column room_side text,
  add column room_name text not null default '',
  add column room_seats integer,
  add column class_id uuid,
  add column class_name text not null default '';
update talent_session set held_at = for_side;
create index talent_session_of_class on talent_session (tenant_id, class_id, starts_at);

-- Who looks after a mentor's learners while the mentor is away.
alter table session_expert add column cover text not null default '';

-- Division code of the place of work, for the distance of a proposal; empty where nobody said.
alter table expert add column region text not null default '';
alter table expert_listing add column region text not null default '';
alter table talent_need add column region text not null default '';

-- A certificate of attested hours: the file that was sealed, and the facts that a verifiable credential needs.
create table talent_certificate (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  id uuid not null,
  entry_id uuid not null,
  expert_id uuid not null,
  number text not null,
  facts jsonb not null,
  file_id uuid not null,
  digest text not null,
  made_by text not null,
  made_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, entry_id),
  unique (tenant_id, number)
);
