-- Looking in on elders: how often by tier of risk, what was seen at the door, whom nobody has reached.

create table visit_setting (
  tenant_id integer not null,
  project_id uuid not null,
  settings jsonb not null,
  version integer not null default 1,
  changed_by uuid,
  changed_at timestamptz not null default now(),
  primary key (tenant_id, project_id),
  foreign key (tenant_id, project_id) references project (tenant_id, id) on delete cascade
);
select protect_tenant_table('visit_setting', 'select, insert, update, delete');

-- A person's tier of risk as somebody decided it, and why. The newest that was not withdrawn stands.
create table risk_tier (
  tenant_id integer not null,
  id uuid not null,
  project_id uuid not null,
  person_id uuid not null,
  recorded_person_id uuid not null,
  tier text not null check (tier in ('general', 'watched', 'high', 'crisis')),
  -- what the rules suggested when it was decided
  suggested text not null check (suggested in ('general', 'watched', 'high', 'crisis')),
  reason text not null,
  decided_on date not null,
  review_on date,
  decided_by uuid,
  decided_at timestamptz not null default now(),
  withdrawn_reason text,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, project_id) references project (tenant_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  foreign key (tenant_id, recorded_person_id) references person (tenant_id, id)
);
create index risk_tier_of_person on risk_tier (tenant_id, person_id, decided_at);
create index risk_tier_of_recorded on risk_tier (tenant_id, recorded_person_id);
create index risk_tier_of_project on risk_tier (tenant_id, project_id, person_id);
select protect_tenant_table('risk_tier', 'select, insert, update, delete');

-- Who looks after a person in a project; the newest stands, and a line without a worker says nobody does.
create table visit_charge (
  tenant_id integer not null,
  id uuid not null,
  project_id uuid not null,
  person_id uuid not null,
  recorded_person_id uuid not null,
  worker text,
  assigned_by uuid,
  assigned_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, id),
  foreign key (tenant_id, project_id) references project (tenant_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  foreign key (tenant_id, recorded_person_id) references person (tenant_id, id)
);
create index visit_charge_of_person on visit_charge (tenant_id, person_id, assigned_at);
create index visit_charge_of_recorded on visit_charge (tenant_id, recorded_person_id);
create index visit_charge_of_project on visit_charge (tenant_id, project_id, person_id);
select protect_tenant_table('visit_charge', 'select, insert, update, delete');

alter table visit_record
  -- who told of somebody that they did not see themselves
  add column informant text,
  -- AES-256-GCM, bound to (tenant, service, field)
  add column note_sealed bytea;

-- Whom a visit was for. Who was not seen is here alone: the ledger has only those who were served.
create table visit_person (
  tenant_id integer not null,
  service_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  recorded_person_id uuid not null,
  seen boolean not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, service_id) references service (tenant_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  foreign key (tenant_id, recorded_person_id) references person (tenant_id, id)
);
create index visit_person_of_service on visit_person (tenant_id, service_id);
create index visit_person_of_person on visit_person (tenant_id, person_id);
create index visit_person_of_recorded on visit_person (tenant_id, recorded_person_id);
select protect_tenant_table('visit_person', 'select, insert, update, delete');

create table visit_problem (
  tenant_id integer not null,
  id uuid not null,
  service_id uuid not null,
  -- null: of the home, not of one person
  person_id uuid,
  recorded_person_id uuid,
  item text not null,
  urgency text not null check (urgency in ('routine', 'soon', 'urgent')),
  -- AES-256-GCM, bound to (tenant, problem, field)
  found_sealed bytea not null,
  handled_sealed bytea,
  referred_to text,
  settled_on date,
  settled_by uuid,
  settled_sealed bytea,
  primary key (tenant_id, id),
  foreign key (tenant_id, service_id) references service (tenant_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  foreign key (tenant_id, recorded_person_id) references person (tenant_id, id)
);
create index visit_problem_of_service on visit_problem (tenant_id, service_id);
create index visit_problem_of_person on visit_problem (tenant_id, person_id) where person_id is not null;
create index visit_problem_of_recorded on visit_problem (tenant_id, recorded_person_id) where recorded_person_id is not null;
create index visit_problem_unsettled on visit_problem (tenant_id, service_id) where settled_on is null;
select protect_tenant_table('visit_problem', 'select, insert, update, delete');

-- What a visit's details looked like before each correction: beside service_version, and sealed as they were.
create table visit_version (
  tenant_id integer not null,
  service_id uuid not null,
  version integer not null,
  earlier jsonb not null,
  primary key (tenant_id, service_id, version),
  foreign key (tenant_id, service_id) references service (tenant_id, id) on delete cascade
);
select protect_tenant_table('visit_version', 'select, insert');

-- Somebody was not met several times: who was asked, and how it ended. Stays until it is closed.
create table visit_escalation (
  tenant_id integer not null,
  id uuid not null,
  project_id uuid not null,
  person_id uuid not null,
  recorded_person_id uuid not null,
  service_id uuid,
  opened_on date not null,
  opened_at timestamptz not null default now(),
  closed_on date,
  closed_at timestamptz,
  closed_by uuid,
  outcome text check (outcome in ('seen', 'safe', 'hospital', 'moved', 'died', 'mistake', 'other')),
  closing_sealed bytea,
  primary key (tenant_id, id),
  foreign key (tenant_id, project_id) references project (tenant_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  foreign key (tenant_id, recorded_person_id) references person (tenant_id, id),
  foreign key (tenant_id, service_id) references service (tenant_id, id),
  check ((closed_on is null) = (outcome is null))
);
create index visit_escalation_of_person on visit_escalation (tenant_id, person_id);
create index visit_escalation_of_recorded on visit_escalation (tenant_id, recorded_person_id);
create index visit_escalation_of_project on visit_escalation (tenant_id, project_id) where closed_on is null;
select protect_tenant_table('visit_escalation', 'select, insert, update, delete');

create table visit_escalation_step (
  tenant_id integer not null,
  id uuid not null,
  escalation_id uuid not null,
  step text not null check (step in ('neighbour', 'community', 'family', 'police')),
  taken_at timestamptz not null,
  taken_by uuid,
  said_sealed bytea,
  primary key (tenant_id, id),
  foreign key (tenant_id, escalation_id) references visit_escalation (tenant_id, id) on delete cascade
);
create index visit_escalation_step_of on visit_escalation_step (tenant_id, escalation_id, taken_at);
select protect_tenant_table('visit_escalation_step', 'select, insert, update, delete');
