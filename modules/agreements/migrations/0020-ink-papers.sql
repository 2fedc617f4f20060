-- A paper signed by hand may amend, renew, suspend, resume or end an agreement. It takes effect once the side that did
-- not register it has confirmed it; null where the paper was made and signed here.
alter table agreement_relation drop constraint agreement_relation_kind_check;
alter table agreement_relation add constraint agreement_relation_kind_check
  check (kind in ('amendment', 'renewal', 'suspension', 'resumption', 'termination'));
alter table agreement_relation
  add column confirmation text check (confirmation in ('waiting', 'confirmed', 'disputed')),
  add column typed_side text check (typed_side in ('school', 'enterprise')),
  add column typed_name text not null default '',
  add column answer text not null default '',
  add column answered_side text check (answered_side in ('school', 'enterprise')),
  add column answered_name text not null default '',
  add column answered_at timestamptz;
create index agreement_relation_waiting on agreement_relation (tenant_id, agreement_id) where confirmation = 'waiting';

-- The paper by which both sides agreed to what a notice says.
alter table agreement_notice add column paper_id uuid;
