-- Casework: how a case goes from intake to closing, its forms with their versions, sessions with their notes, supervision.

alter table case_file
  -- null: an imported case; where it stands follows from its state
  add column stage text check (stage in ('intake', 'assessment', 'plan', 'intervention', 'evaluation', 'closed', 'not_accepted')),
  add column suspended_on date,
  add column risk text check (risk in ('usual', 'watch', 'high', 'crisis')),
  add column close_reason text,
  add column worker_id uuid,
  add column supervisor_id uuid,
  add column consent_id uuid,
  add column written_by uuid,
  add column version integer not null default 1;
alter table case_file add foreign key (tenant_id, worker_id) references account (tenant_id, id);
alter table case_file add foreign key (tenant_id, supervisor_id) references account (tenant_id, id);
alter table case_file add foreign key (tenant_id, consent_id) references consent (tenant_id, id);

-- One step of a case, with what an undo goes back to.
create table case_step (
  tenant_id integer not null,
  id uuid not null,
  case_id uuid not null,
  step text not null check (step in ('opened', 'accepted', 'not_accepted', 'planned', 'agreed', 'evaluated', 'closed', 'suspended', 'resumed', 'reopened')),
  made_on date not null,
  before jsonb not null,
  note_sealed bytea,
  made_by uuid,
  made_at timestamptz not null default now(),
  undone_by uuid,
  undone_at timestamptz,
  undone_note_sealed bytea,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references case_file (tenant_id, id)
);
create index case_step_of on case_step (tenant_id, case_id, made_at);
select protect_tenant_table('case_step', 'select, insert, update');

-- A filled-in form. It is never changed: writing it again makes the next ordinal, and the last one holds.
create table case_form (
  tenant_id integer not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null check (kind in ('intake', 'assessment', 'plan', 'stage_evaluation', 'closing', 'follow_up')),
  ordinal integer not null,
  content_sealed bytea not null,
  review text not null default 'waiting' check (review in ('waiting', 'returned', 'approved')),
  written_by uuid not null,
  written_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, case_id, kind, ordinal),
  foreign key (tenant_id, case_id) references case_file (tenant_id, id)
);
create index case_form_waiting on case_form (tenant_id, review, case_id);
select protect_tenant_table('case_form', 'select, insert, update');

create table case_signature (
  tenant_id integer not null,
  id uuid not null,
  form_id uuid not null,
  party text not null check (party in ('elder', 'worker')),
  -- who signed, and the drawn line: sealed, bound to (tenant, signature, field)
  name_sealed bytea not null,
  method text not null check (method in ('drawn', 'paper')),
  picture_sealed bytea,
  signed_on date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, form_id, party),
  foreign key (tenant_id, form_id) references case_form (tenant_id, id)
);
select protect_tenant_table('case_signature', 'select, insert');

-- A crisis is a flag on a case at any stage, with what was done.
create table case_crisis (
  tenant_id integer not null,
  id uuid not null,
  case_id uuid not null,
  level text not null check (level in ('high', 'crisis')),
  raised_on date not null,
  content_sealed bytea not null,
  raised_by uuid not null,
  raised_at timestamptz not null default now(),
  ended_on date,
  ended_by uuid,
  outcome_sealed bytea,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references case_file (tenant_id, id)
);
create index case_crisis_of on case_crisis (tenant_id, case_id);
select protect_tenant_table('case_crisis', 'select, insert, update');

alter table session_note
  -- true: a counselling note, for its author and the project's supervisors alone. Null: imported; narrow when a counsellor is named
  add column narrow boolean,
  add column content_sealed bytea,
  add column next_on date,
  -- null: imported, nobody reads it over
  add column review text check (review in ('waiting', 'returned', 'approved')),
  add column written_by uuid,
  add column written_at timestamptz,
  add column version integer not null default 1;
create index session_note_waiting on session_note (tenant_id, review) where review is not null;

-- A session that belongs to more cases than the one in session_note.
create table session_case (
  tenant_id integer not null,
  service_id uuid not null,
  case_id uuid not null,
  primary key (tenant_id, service_id, case_id),
  foreign key (tenant_id, service_id) references service (tenant_id, id) on delete cascade,
  foreign key (tenant_id, case_id) references case_file (tenant_id, id)
);
create index session_case_of on session_case (tenant_id, case_id);
select protect_tenant_table('session_case', 'select, insert, delete');

-- What a note said before each change, and why: sealed as the note is.
create table session_note_version (
  tenant_id integer not null,
  service_id uuid not null,
  version integer not null,
  content_sealed bytea,
  reason_sealed bytea not null,
  changed_by uuid not null,
  changed_at timestamptz not null default now(),
  primary key (tenant_id, service_id, version),
  foreign key (tenant_id, service_id) references service (tenant_id, id) on delete cascade
);
select protect_tenant_table('session_note_version', 'select, insert');

-- What a supervisor said of a record, and what the worker answered.
create table case_comment (
  tenant_id integer not null,
  id uuid not null,
  case_id uuid not null,
  service_id uuid,
  form_id uuid,
  kind text not null check (kind in ('comment', 'returned', 'approved')),
  body_sealed bytea,
  made_by uuid not null,
  made_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references case_file (tenant_id, id),
  foreign key (tenant_id, service_id) references service (tenant_id, id) on delete cascade,
  foreign key (tenant_id, form_id) references case_form (tenant_id, id),
  check ((service_id is null) <> (form_id is null))
);
create index case_comment_of on case_comment (tenant_id, case_id, made_at);
select protect_tenant_table('case_comment', 'select, insert');

create table supervision_record (
  tenant_id integer not null,
  id uuid not null,
  project_id uuid not null,
  form text not null check (form in ('individual', 'group', 'on_site')),
  day date not null,
  minutes integer not null check (minutes between 1 and 1440),
  supervisor_id uuid not null,
  -- accounts of those who were supervised
  supervised uuid[] not null,
  -- topics, advice, follow-up
  content_sealed bytea not null,
  version integer not null default 1,
  written_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, project_id) references project (tenant_id, id),
  foreign key (tenant_id, supervisor_id) references account (tenant_id, id)
);
create index supervision_record_of on supervision_record (tenant_id, project_id, day);
select protect_tenant_table('supervision_record', 'select, insert, update');

create table casework_setting (
  tenant_id integer not null,
  project_id uuid not null,
  -- within how many working days a session must be written down
  record_days integer not null check (record_days between 1 and 30),
  primary key (tenant_id, project_id),
  foreign key (tenant_id, project_id) references project (tenant_id, id) on delete cascade
);
select protect_tenant_table('casework_setting', 'select, insert, update');
