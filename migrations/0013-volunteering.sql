-- Volunteers day by day: what is known of them, families, tasks that want volunteers, shifts and who witnessed their
-- hours, corrections they ask for, record sheets, and the time bank apart from hours.

-- The roll is imported too, and an import that is undone puts earlier rows back: new columns may all be empty.
alter table volunteer
  add column areas text,
  add column availability text,
  add column service_kinds text,
  add column joined_on date,
  add column vetted_on date,
  add column vetted_until date,
  add column vetted_by text,
  add column insured_until date,
  add column insurance text,
  add column agreed_on date,
  add column risks_told_on date,
  add column guardian_name text,
  add column guardian_relation text,
  add column guardian_consent_on date,
  -- under 14: the guardian's consent to keep the child's data, apart from the one to volunteer
  add column data_consent_on date,
  add column ended_on date,
  add column end_reason text,
  add column note text,
  add column version integer not null default 1;

alter table volunteer_family
  add column contact_phone text,
  add column vetted_on date,
  add column vetted_until date,
  add column vetted_by text,
  add column ended_on date,
  add column end_reason text,
  add column note text,
  add column version integer not null default 1;

-- Training, awards and evaluations of a volunteer (order 67 of the ministry, articles 8 to 10).
create table volunteer_merit (
  tenant_id integer not null,
  id uuid not null,
  project_id uuid not null,
  person_id uuid not null,
  recorded_person_id uuid not null,
  kind text not null check (kind in ('training', 'award', 'evaluation')),
  title text not null,
  content text,
  minutes integer check (minutes >= 0),
  given_by text,
  day date not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, project_id) references project (tenant_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  foreign key (tenant_id, recorded_person_id) references person (tenant_id, id)
);
create index volunteer_merit_of on volunteer_merit (tenant_id, person_id);
create index volunteer_merit_of_recorded on volunteer_merit (tenant_id, recorded_person_id);
select protect_tenant_table('volunteer_merit', 'select, insert, update, delete');

-- A task that wants volunteers: attached to a service or alone. Each volunteer who takes it has a shift of their own.
create table volunteer_task (
  tenant_id integer not null,
  id uuid not null,
  project_id uuid not null,
  community_code text not null,
  part_of uuid,
  title text not null,
  content text,
  skills text,
  place text,
  day date not null,
  starts_at time not null,
  minutes integer not null check (minutes between 1 and 1440),
  wanted integer not null check (wanted between 1 and 500),
  -- the elder it is done for: told only to whoever took the task
  person_id uuid,
  recorded_person_id uuid,
  needs_vetting boolean not null default false,
  needs_insurance boolean not null default false,
  state text not null default 'open' check (state in ('open', 'closed', 'cancelled')),
  cancel_reason text,
  version integer not null default 1,
  created_by uuid,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, project_id) references project (tenant_id, id) on delete cascade,
  foreign key (tenant_id, community_code) references division (tenant_id, code),
  foreign key (tenant_id, part_of) references service (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  foreign key (tenant_id, recorded_person_id) references person (tenant_id, id),
  check ((person_id is null) = (recorded_person_id is null))
);
create index volunteer_task_of_project on volunteer_task (tenant_id, project_id, state, day);
create index volunteer_task_part_of on volunteer_task (tenant_id, part_of) where part_of is not null;
create index volunteer_task_of_recorded on volunteer_task (tenant_id, recorded_person_id) where recorded_person_id is not null;
select protect_tenant_table('volunteer_task', 'select, insert, update, delete');

-- What belongs to a shift beside the ledger's service and attendance: when it was taken up and left, who witnessed it.
create table volunteer_shift (
  tenant_id integer not null,
  service_id uuid not null,
  task_id uuid,
  checked_in_at timestamptz,
  checked_in_by uuid,
  checked_out_at timestamptz,
  checked_out_by uuid,
  -- the end was given later than it was
  late_end boolean not null default false,
  back_entry_reason text,
  entered_by uuid,
  entered_at timestamptz not null default now(),
  confirmed_at timestamptz,
  confirmed_by_account uuid,
  witness text check (witness in ('elder', 'family', 'communityWorker', 'socialWorker', 'partner')),
  witness_name text,
  rating smallint check (rating between 1 and 5),
  evaluation text,
  withdrawn_reason text,
  primary key (tenant_id, service_id),
  foreign key (tenant_id, service_id) references service (tenant_id, id) on delete cascade,
  foreign key (tenant_id, task_id) references volunteer_task (tenant_id, id)
);
create index volunteer_shift_of_task on volunteer_shift (tenant_id, task_id) where task_id is not null;
select protect_tenant_table('volunteer_shift', 'select, insert, update, delete');

-- A volunteer says that something of their record is not right (order 67, article 13).
create table volunteer_query (
  tenant_id integer not null,
  id uuid not null,
  project_id uuid not null,
  person_id uuid not null,
  recorded_person_id uuid not null,
  service_id uuid,
  text text not null,
  asked_at timestamptz not null default now(),
  decided_at timestamptz,
  decided_by uuid,
  accepted boolean,
  answer text,
  primary key (tenant_id, id),
  foreign key (tenant_id, project_id) references project (tenant_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  foreign key (tenant_id, recorded_person_id) references person (tenant_id, id),
  foreign key (tenant_id, service_id) references service (tenant_id, id) on delete cascade,
  check ((decided_at is null) = (accepted is null))
);
create index volunteer_query_of_project on volunteer_query (tenant_id, project_id, asked_at);
create index volunteer_query_of_recorded on volunteer_query (tenant_id, recorded_person_id);
select protect_tenant_table('volunteer_query', 'select, insert, update');

-- A record sheet as it was issued. Its code is found by a keyed hash, and kept sealed so that it can be printed again.
create table volunteer_sheet (
  tenant_id integer not null,
  id uuid not null,
  project_id uuid not null,
  person_id uuid not null,
  recorded_person_id uuid not null,
  code_hash bytea not null,
  code_sealed bytea not null,
  from_day date,
  to_day date,
  minutes integer not null check (minutes >= 0),
  shifts integer not null check (shifts >= 0),
  issuer text not null,
  -- over the canonical text of what the sheet says
  content_hash bytea not null,
  issued_at timestamptz not null default now(),
  issued_by uuid not null,
  revoked_at timestamptz,
  revoked_by uuid,
  revoke_reason text,
  primary key (tenant_id, id),
  unique (tenant_id, code_hash),
  foreign key (tenant_id, project_id) references project (tenant_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  foreign key (tenant_id, recorded_person_id) references person (tenant_id, id)
);
create index volunteer_sheet_of_recorded on volunteer_sheet (tenant_id, recorded_person_id);
create index volunteer_sheet_of_project on volunteer_sheet (tenant_id, project_id, issued_at);
select protect_tenant_table('volunteer_sheet', 'select, insert, update');

-- What an agency may set for volunteering: stars by hours, limits that make a shift worth a look, the time bank's cap.
create table volunteer_settings (
  tenant_id integer not null references tenant_directory (tenant_id),
  project_id uuid not null,
  settings jsonb not null,
  version integer not null default 1,
  primary key (tenant_id, project_id),
  foreign key (tenant_id, project_id) references project (tenant_id, id) on delete cascade
);
select protect_tenant_table('volunteer_settings', 'select, insert, update, delete');

-- The time bank 时间银行: minutes as thanks, never money, apart from hours. Each entry moves minutes from one account to
-- another; what was ever issued stands below nothing in the source, a person's account or the pool never does.
create table time_account (
  tenant_id integer not null,
  project_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('person', 'pool', 'source', 'spent', 'expired')),
  person_id uuid,
  recorded_person_id uuid,
  balance integer not null default 0,
  primary key (tenant_id, id),
  foreign key (tenant_id, project_id) references project (tenant_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  foreign key (tenant_id, recorded_person_id) references person (tenant_id, id),
  check ((kind = 'person') = (person_id is not null)),
  check ((person_id is null) = (recorded_person_id is null)),
  check (kind not in ('person', 'pool') or balance >= 0)
);
create unique index time_account_once on time_account (tenant_id, project_id, recorded_person_id) where recorded_person_id is not null;
create unique index time_account_of_project on time_account (tenant_id, project_id, kind) where kind <> 'person';
select protect_tenant_table('time_account', 'select, insert, update');

create table time_entry (
  tenant_id integer not null,
  id uuid not null,
  project_id uuid not null,
  kind text not null check (kind in ('deposit', 'redeem', 'donate', 'transfer_relative', 'expire', 'adjust')),
  from_account uuid not null,
  to_account uuid not null,
  minutes integer not null check (minutes > 0),
  reason text,
  booked_by uuid not null,
  booked_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, project_id) references project (tenant_id, id) on delete cascade,
  foreign key (tenant_id, from_account) references time_account (tenant_id, id),
  foreign key (tenant_id, to_account) references time_account (tenant_id, id),
  check (from_account <> to_account)
);
create index time_entry_from on time_entry (tenant_id, from_account, booked_at);
create index time_entry_to on time_entry (tenant_id, to_account, booked_at);
select protect_tenant_table('time_entry', 'select, insert');
