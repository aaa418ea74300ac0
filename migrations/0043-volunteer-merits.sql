-- Training, awards and evaluations (order 67, articles 8 to 10) are corrected with a reason, taken out and brought back,
-- and may stand on a record sheet beside the hours.
alter table volunteer_merit
  add column version integer not null default 1,
  add column removed_at timestamptz,
  add column removed_reason text,
  add check ((removed_at is null) = (removed_reason is null));

-- As it was before a change, with why it was changed.
create table volunteer_merit_version (
  tenant_id integer not null,
  merit_id uuid not null,
  version integer not null,
  merit jsonb not null,
  reason text not null,
  replaced_by uuid not null,
  replaced_at timestamptz not null default now(),
  primary key (tenant_id, merit_id, version),
  foreign key (tenant_id, merit_id) references volunteer_merit (tenant_id, id) on delete cascade
);
select protect_tenant_table('volunteer_merit_version', 'select, insert');

-- What a sheet says beside the hours: none on those issued so far.
alter table volunteer_sheet add column merit_ids uuid[] not null default '{}';
