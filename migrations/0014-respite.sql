-- Relief for family carers: asked for, offered, taken, done; the service itself is in the ledger.

alter table carer_relation
  add column ended_on date,
  add column end_reason text;

create table respite_slot (
  tenant_id integer not null,
  id uuid not null,
  project_id uuid not null,
  relation_id uuid not null,
  state text not null check (state in ('asked', 'offered', 'taken', 'declined', 'cancelled', 'done')),
  wanted_on date not null,
  starts_at time,
  minutes integer check (minutes > 0),
  need text,
  cover text check (cover in ('worker', 'family')),
  cover_name text,
  family_id uuid,
  service_id uuid,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, project_id) references project (tenant_id, id) on delete cascade,
  foreign key (tenant_id, relation_id) references carer_relation (tenant_id, id),
  foreign key (tenant_id, family_id) references volunteer_family (tenant_id, id),
  foreign key (tenant_id, service_id) references service (tenant_id, id),
  check ((state = 'done') = (service_id is not null))
);
create index respite_slot_of_relation on respite_slot (tenant_id, relation_id);
create index respite_slot_of_project on respite_slot (tenant_id, project_id, state, wanted_on);
select protect_tenant_table('respite_slot', 'select, insert, update, delete');

-- Every step of a slot, by whom and why.
create table respite_step (
  tenant_id integer not null,
  id uuid not null,
  slot_id uuid not null,
  state text not null,
  reason text,
  taken_by uuid,
  taken_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, id),
  foreign key (tenant_id, slot_id) references respite_slot (tenant_id, id) on delete cascade
);
create index respite_step_of on respite_step (tenant_id, slot_id, taken_at);
select protect_tenant_table('respite_step', 'select, insert');

-- An import that is undone puts earlier rows back as they were, without columns that came later: these may be empty.
alter table support_group alter column aims drop not null;
alter table group_session alter column parts drop not null, alter column record_version drop not null;
