-- A group's plan, its sessions one by one, who was there, and what came of it.

alter table support_group
  add column theory text,
  add column goal text,
  add column aims jsonb not null default '[]',
  add column criteria text,
  add column size integer check (size >= 0),
  add column frequency text,
  add column place text,
  add column recruiting text,
  add column budget text,
  add column risks text,
  add column evaluation text,
  add column answers integer check (answers >= 0),
  add column satisfied integer check (satisfied >= 0),
  add column achieved text,
  add column reflection text,
  add column cost_fen bigint check (cost_fen >= 0),
  add column closed_on date,
  add column version integer not null default 1;

alter table group_session
  add column goal text,
  add column parts jsonb not null default '[]',
  add column phase text check (phase in ('preparing', 'beginning', 'turning', 'working', 'ending')),
  -- the process record, AES-256-GCM, bound to (tenant, service, field)
  add column record_sealed bytea,
  add column record_version integer not null default 0;

alter table group_member
  add column joined_on date,
  add column left_on date,
  add column leave_reason text;

-- What the roll says of a member at a session. Whoever was there is in the ledger; this tells late from absent.
create table group_mark (
  tenant_id integer not null,
  service_id uuid not null,
  member_id uuid not null,
  mark text not null check (mark in ('present', 'late', 'left_early', 'excused', 'absent')),
  primary key (tenant_id, service_id, member_id),
  foreign key (tenant_id, service_id) references service (tenant_id, id) on delete cascade,
  foreign key (tenant_id, member_id) references group_member (tenant_id, id) on delete cascade
);
create index group_mark_of_member on group_mark (tenant_id, member_id);
select protect_tenant_table('group_mark', 'select, insert, update, delete');
