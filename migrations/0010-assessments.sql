-- Sheets of scales beside the imported totals, in one table: a trend is read from both.
alter table assessment
  -- null: too much is unanswered, the level is decided without a total, or the record is withdrawn; then no figure counts it
  alter column score drop not null,
  add column band text,
  -- answers, who answered, note: AES-256-GCM, bound to (tenant, assessment)
  add column sheet_sealed bytea,
  add column assessed_by uuid,
  add column service_id uuid,
  add column version integer not null default 1,
  add column withdrawn_at timestamptz,
  add column withdrawn_by uuid,
  add column withdrawn_reason text,
  add column created_at timestamptz not null default now(),
  add foreign key (tenant_id, service_id) references service (tenant_id, id);
create index assessment_latest on assessment (tenant_id, project_id, person_id, scale, day desc);
create index assessment_of_service on assessment (tenant_id, service_id) where service_id is not null;

-- What an assessment was before each correction or withdrawal, and why.
create table assessment_version (
  tenant_id integer not null,
  assessment_id uuid not null,
  version integer not null,
  earlier_sealed bytea not null,
  reason text not null,
  changed_by uuid,
  changed_at timestamptz not null default now(),
  primary key (tenant_id, assessment_id, version),
  foreign key (tenant_id, assessment_id) references assessment (tenant_id, id) on delete cascade
);
select protect_tenant_table('assessment_version', 'select, insert');

-- What was done at once about somebody who may harm themselves.
create table risk_protocol (
  tenant_id integer not null,
  assessment_id uuid not null,
  protocol_sealed bytea not null,
  next_contact_on date not null,
  written_by uuid,
  written_at timestamptz not null default now(),
  primary key (tenant_id, assessment_id),
  foreign key (tenant_id, assessment_id) references assessment (tenant_id, id) on delete cascade
);
select protect_tenant_table('risk_protocol', 'select, insert, update');

-- An agency's own text of a scale that it has permission to use; each change is a version more.
create table scale_text (
  tenant_id integer not null references tenant_directory (tenant_id),
  scale text not null,
  version integer not null,
  permission text not null,
  items jsonb not null,
  options jsonb not null,
  changed_by uuid,
  changed_at timestamptz not null default now(),
  primary key (tenant_id, scale, version)
);
select protect_tenant_table('scale_text', 'select, insert');

-- After how many months a scale is done again in a project, where that is not the scale's own.
create table reassessment_interval (
  tenant_id integer not null,
  project_id uuid not null,
  scale text not null,
  months integer not null check (months between 1 and 60),
  version integer not null default 1,
  primary key (tenant_id, project_id, scale),
  foreign key (tenant_id, project_id) references project (tenant_id, id) on delete cascade
);
select protect_tenant_table('reassessment_interval', 'select, insert, update');
