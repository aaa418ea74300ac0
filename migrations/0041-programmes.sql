-- 一社一品: the plan, the evidence and the results of a community's signature programme. What it is called and for whom
-- stays with the project's community (project_community), where an import writes it; here it is kept as it was at each
-- version. What it came to is counted from the services of the ledger that belong to it.

create table programme (
  tenant_id integer not null,
  id uuid not null,
  project_id uuid not null,
  community_code text not null,
  state text not null check (state in ('draft', 'active', 'ended')),
  version integer not null default 1,
  -- the programme that its plan was taken from
  copied_from uuid,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, project_id) references project (tenant_id, id),
  foreign key (tenant_id, community_code) references division (tenant_id, code),
  foreign key (tenant_id, copied_from) references programme (tenant_id, id)
);
-- A community is known by one programme at a time.
create unique index programme_once on programme (tenant_id, project_id, community_code) where state <> 'ended';
select protect_tenant_table('programme', 'select, insert, update');

-- Every version of it, by whom and why: what stands is the last one. Any earlier one can be brought back.
create table programme_version (
  tenant_id integer not null,
  programme_id uuid not null,
  version integer not null,
  act text not null check (act in ('begun', 'copied', 'changed', 'stepped', 'restored', 'marked', 'started', 'ended', 'reopened', 'backToDraft')),
  content jsonb not null,
  reason text,
  made_by uuid,
  made_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, programme_id, version),
  foreign key (tenant_id, programme_id) references programme (tenant_id, id) on delete cascade
);
select protect_tenant_table('programme_version', 'select, insert');

-- Services of the ledger that belong to a programme. One that was put there by mistake is taken off, and can be put back.
create table programme_service (
  tenant_id integer not null,
  programme_id uuid not null,
  service_id uuid not null,
  added_by uuid,
  added_at timestamptz not null default now(),
  removed_by uuid,
  removed_at timestamptz,
  removed_reason text,
  primary key (tenant_id, programme_id, service_id),
  foreign key (tenant_id, programme_id) references programme (tenant_id, id) on delete cascade,
  foreign key (tenant_id, service_id) references service (tenant_id, id) on delete cascade,
  check ((removed_at is null) = (removed_reason is null))
);
create index programme_service_of on programme_service (tenant_id, service_id);
select protect_tenant_table('programme_service', 'select, insert, update, delete');

-- The mark (标志) of a programme: a picture without metadata. Which one stands is in the version.
create table programme_mark (
  tenant_id integer not null,
  id uuid not null,
  programme_id uuid not null,
  sealed bytea not null,
  added_by uuid,
  added_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, programme_id) references programme (tenant_id, id) on delete cascade
);
create index programme_mark_of on programme_mark (tenant_id, programme_id);
select protect_tenant_table('programme_mark', 'select, insert');
