-- Duties as they were typed from a paper signed elsewhere (or carried into its renewal): what the paper says now, and
-- whether the side that did not type it has confirmed it. Until then it is shown and not counted.
create table recorded_duty (
  tenant_id uuid not null,
  enterprise_id uuid not null,
  agreement_id uuid not null,
  number integer not null check (number > 0),
  side text not null check (side in ('school', 'enterprise')),
  words jsonb not null,
  -- How much of what, until when; null where the words are only quoted.
  duty jsonb,
  is_dropped boolean not null default false,
  -- Null where it was nobody's hand, such as a loader; then either side confirms.
  typed_side text check (typed_side in ('school', 'enterprise')),
  typed_name text not null default '',
  typed_at timestamptz not null,
  confirmation text not null check (confirmation in ('waiting', 'confirmed', 'disputed')),
  answer text not null default '',
  answered_side text check (answered_side in ('school', 'enterprise')),
  answered_name text not null default '',
  answered_at timestamptz,
  primary key (tenant_id, agreement_id, number),
  foreign key (tenant_id, agreement_id) references agreement (tenant_id, id) on delete cascade
);
create index recorded_duty_waiting on recorded_duty (tenant_id, agreement_id) where confirmation = 'waiting';

-- What is registered already waits for the other side from now on.
alter table registered_record no force row level security;
alter table agreement_event no force row level security;
alter table agreement no force row level security;
alter table obligation no force row level security;
alter table obligation_due no force row level security;
insert into recorded_duty (tenant_id, enterprise_id, agreement_id, number, side, words, duty, typed_side, typed_name,
  typed_at, confirmation)
select r.tenant_id, r.enterprise_id, r.agreement_id, typed.number, typed.item ->> 'side', typed.item -> 'words',
  typed.item -> 'duty', e.side, coalesce(e.person_name, ''), coalesce(e.at, a.created_at), 'waiting'
from registered_record r
join agreement a on a.tenant_id = r.tenant_id and a.id = r.agreement_id
left join lateral (
  select side, person_name, at from agreement_event
  where tenant_id = r.tenant_id and agreement_id = r.agreement_id and kind = 'registered' order by at limit 1
) e on true
cross join lateral jsonb_array_elements(coalesce(r.facts -> 'obligations', '[]')) with ordinality typed(item, number);
-- A duty that both sides changed by agreement since has been confirmed by that.
update obligation_due d set is_void = true
from obligation o
where o.tenant_id = d.tenant_id and o.id = d.obligation_id and o.basis = 'paper' and o.key like 'record.%';
