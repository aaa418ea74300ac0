-- Projects with what was promised, and the one ledger of what was done.

create table project (
  tenant_id integer not null references tenant_directory (tenant_id),
  id uuid not null,
  name text not null,
  agency_id uuid,
  funder_id uuid,
  starts_on date not null,
  ends_on date not null,
  served text,
  budget_fen bigint,
  closed_on date,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, agency_id) references organisation (tenant_id, id),
  foreign key (tenant_id, funder_id) references organisation (tenant_id, id),
  check (ends_on >= starts_on)
);
select protect_tenant_table('project', 'select, insert, update, delete');

create table project_community (
  tenant_id integer not null,
  project_id uuid not null,
  community_code text not null,
  -- 一社一品: the community's signature programme
  programme_name text,
  programme_for text,
  primary key (tenant_id, project_id, community_code),
  foreign key (tenant_id, project_id) references project (tenant_id, id) on delete cascade,
  foreign key (tenant_id, community_code) references division (tenant_id, code)
);
select protect_tenant_table('project_community', 'select, insert, update, delete');

create table project_need (
  tenant_id integer not null,
  id uuid not null,
  project_id uuid not null,
  position integer not null,
  need text not null,
  answered_by text,
  primary key (tenant_id, id),
  foreign key (tenant_id, project_id) references project (tenant_id, id) on delete cascade
);
select protect_tenant_table('project_need', 'select, insert, update, delete');

-- What the contract asks of one measure. A measure the product does not know keeps its wording.
create table target (
  tenant_id integer not null,
  id uuid not null,
  project_id uuid not null,
  position integer not null,
  measure text,
  wording text not null,
  value numeric not null check (value >= 0),
  unit text,
  primary key (tenant_id, id),
  foreign key (tenant_id, project_id) references project (tenant_id, id) on delete cascade
);
select protect_tenant_table('target', 'select, insert, update, delete');

create table budget_line (
  tenant_id integer not null,
  id uuid not null,
  project_id uuid not null,
  position integer not null,
  name text not null,
  amount_fen bigint not null check (amount_fen >= 0),
  cap_percent numeric check (cap_percent between 0 and 100),
  primary key (tenant_id, id),
  unique (tenant_id, project_id, name),
  foreign key (tenant_id, project_id) references project (tenant_id, id) on delete cascade
);
select protect_tenant_table('budget_line', 'select, insert, update, delete');

create table expense (
  tenant_id integer not null,
  id uuid not null,
  project_id uuid not null,
  budget_line_id uuid,
  voucher text,
  spent_on date not null,
  amount_fen bigint not null,
  purpose text,
  invoice text,
  handled_by text,
  primary key (tenant_id, id),
  foreign key (tenant_id, project_id) references project (tenant_id, id) on delete cascade,
  foreign key (tenant_id, budget_line_id) references budget_line (tenant_id, id)
);
create index expense_of_project on expense (tenant_id, project_id, spent_on);
select protect_tenant_table('expense', 'select, insert, update, delete');

-- The basis of an estimate: never joined to a count.
create table estimate_line (
  tenant_id integer not null,
  id uuid not null,
  project_id uuid not null,
  position integer not null,
  measure text not null,
  basis text not null,
  value numeric not null check (value >= 0),
  method text,
  primary key (tenant_id, id),
  foreign key (tenant_id, project_id) references project (tenant_id, id) on delete cascade
);
select protect_tenant_table('estimate_line', 'select, insert, update, delete');

-- A line of a project's register: who was registered, in which community, in which part.
-- Two lines may be one person; recorded_person_id keeps who it was before any merge.
create table registration (
  tenant_id integer not null,
  id uuid not null,
  project_id uuid not null,
  person_id uuid not null,
  recorded_person_id uuid not null,
  part text not null check (part in ('elder', 'carer', 'volunteer', 'worker')),
  community_code text,
  household_id uuid,
  number text,
  registered_on date,
  note text,
  primary key (tenant_id, id),
  foreign key (tenant_id, project_id) references project (tenant_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  foreign key (tenant_id, recorded_person_id) references person (tenant_id, id),
  foreign key (tenant_id, community_code) references division (tenant_id, code),
  foreign key (tenant_id, household_id) references household (tenant_id, id)
);
create index registration_of_person on registration (tenant_id, person_id);
create index registration_of_recorded on registration (tenant_id, recorded_person_id);
create index registration_of_project on registration (tenant_id, project_id, part, community_code);
select protect_tenant_table('registration', 'select, insert, update, delete');

create table service (
  tenant_id integer not null,
  id uuid not null,
  project_id uuid not null,
  line text not null check (line in ('mental', 'cultural', 'physical', 'living', 'social')),
  kind text not null,
  status text not null check (status in ('planned', 'held', 'cancelled', 'failed')),
  themes text[] not null default '{}',
  number text,
  title text,
  community_code text,
  -- null only for what a book records without a date; such a record belongs to the project, to no month
  day date,
  month integer generated always as ((extract(year from day) * 100 + extract(month from day))::integer) stored,
  starts_at time,
  minutes integer check (minutes >= 0),
  place text,
  host_id uuid,
  worker text,
  unnamed_count integer not null default 0 check (unnamed_count >= 0),
  quantity numeric,
  unit text,
  part_of uuid,
  note text,
  -- one record typed twice: kept, not counted
  repeats boolean not null default false,
  version integer not null default 1,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, project_id) references project (tenant_id, id),
  foreign key (tenant_id, community_code) references division (tenant_id, code),
  foreign key (tenant_id, host_id) references organisation (tenant_id, id),
  foreign key (tenant_id, part_of) references service (tenant_id, id)
);
create index service_of_project on service (tenant_id, project_id, kind, status, day);
create index service_of_community on service (tenant_id, community_code, day);
create index service_part_of on service (tenant_id, part_of) where part_of is not null;
select protect_tenant_table('service', 'select, insert, update, delete');

create table attendance (
  tenant_id integer not null,
  id uuid not null,
  service_id uuid not null,
  -- null: a name that nobody has resolved yet. An attendance, not a person.
  person_id uuid,
  recorded_person_id uuid,
  part text not null check (part in ('beneficiary', 'carer', 'volunteer', 'worker', 'partner', 'child')),
  certainty text not null check (certainty in ('number', 'name', 'unresolved')),
  written_name text,
  written_hints text,
  checked_in_by text,
  minutes integer check (minutes >= 0),
  minutes_claimed integer check (minutes_claimed >= 0),
  confirmed_by text,
  household_id uuid,
  -- the same person a second time at one service: kept, not counted
  repeats boolean not null default false,
  primary key (tenant_id, id),
  foreign key (tenant_id, service_id) references service (tenant_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  foreign key (tenant_id, recorded_person_id) references person (tenant_id, id),
  foreign key (tenant_id, household_id) references household (tenant_id, id),
  check ((person_id is null) = (certainty = 'unresolved')),
  check ((person_id is null) = (recorded_person_id is null))
);
create index attendance_of_service on attendance (tenant_id, service_id);
create unique index attendance_once on attendance (tenant_id, service_id, person_id, part)
  where person_id is not null and not repeats;
create index attendance_of_person on attendance (tenant_id, person_id) where person_id is not null;
create index attendance_of_recorded on attendance (tenant_id, recorded_person_id) where recorded_person_id is not null;
create index attendance_unresolved on attendance (tenant_id, service_id) where person_id is null;
select protect_tenant_table('attendance', 'select, insert, update, delete');

create table contribution (
  tenant_id integer not null,
  id uuid not null,
  service_id uuid not null,
  party text not null check (party in ('community', 'social_organisation', 'social_worker', 'volunteer', 'charity', 'government', 'public')),
  organisation_id uuid,
  given text not null check (given in ('host', 'venue', 'staff', 'funds', 'goods', 'skill', 'service', 'time', 'sale', 'income')),
  quantity numeric,
  unit text,
  value_fen bigint,
  note text,
  primary key (tenant_id, id),
  foreign key (tenant_id, service_id) references service (tenant_id, id) on delete cascade,
  foreign key (tenant_id, organisation_id) references organisation (tenant_id, id)
);
create index contribution_of_service on contribution (tenant_id, service_id);
create index contribution_of_organisation on contribution (tenant_id, organisation_id);
select protect_tenant_table('contribution', 'select, insert, update, delete');

create table evidence (
  tenant_id integer not null,
  id uuid not null,
  service_id uuid not null,
  kind text not null check (kind in ('photo', 'signature', 'sheet', 'document')),
  title text,
  sha256 text not null,
  bytes bigint not null,
  media_type text not null,
  sealed bytea not null,
  taken_by text,
  taken_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, service_id) references service (tenant_id, id) on delete cascade
);
create index evidence_of_service on evidence (tenant_id, service_id);
select protect_tenant_table('evidence', 'select, insert, delete');

-- What a service looked like before each correction, and why it was corrected.
create table service_version (
  tenant_id integer not null,
  service_id uuid not null,
  version integer not null,
  earlier jsonb not null,
  reason text not null,
  changed_by uuid,
  changed_at timestamptz not null default now(),
  primary key (tenant_id, service_id, version),
  foreign key (tenant_id, service_id) references service (tenant_id, id) on delete cascade
);
select protect_tenant_table('service_version', 'select, insert');
