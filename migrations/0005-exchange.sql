-- Workbooks in: an import, its files, what was doubtful, what a person decided, and what it wrote.

create table import (
  tenant_id integer not null references tenant_directory (tenant_id),
  id uuid not null,
  project_id uuid not null,
  state text not null check (state in ('received', 'read', 'accepted', 'undone', 'refused')),
  created_by uuid,
  created_at timestamptz not null default now(),
  accepted_by uuid,
  accepted_at timestamptz,
  undone_by uuid,
  undone_at timestamptz,
  undo_reason text,
  refusal jsonb,
  -- what the dry run said: added, changed, left for each kind of record, and counts of findings
  summary jsonb,
  -- the tables found and which column means what
  tables jsonb,
  -- names to be resolved, sealed: they hold names
  unresolved_sealed bytea,
  primary key (tenant_id, id),
  foreign key (tenant_id, project_id) references project (tenant_id, id)
);
create index import_of_project on import (tenant_id, project_id, created_at desc);
select protect_tenant_table('import', 'select, insert, update, delete');

-- The workbook as it came, sealed: it holds identity numbers.
create table import_file (
  tenant_id integer not null,
  import_id uuid not null,
  position integer not null,
  name text not null,
  bytes bigint not null,
  sha256 text not null,
  sealed bytea not null,
  primary key (tenant_id, import_id, position),
  foreign key (tenant_id, import_id) references import (tenant_id, id) on delete cascade
);
select protect_tenant_table('import_file', 'select, insert, delete');

create table import_finding (
  tenant_id integer not null,
  import_id uuid not null,
  position integer not null,
  code text not null,
  severity text not null check (severity in ('error', 'warning', 'notice')),
  file text not null,
  sheet text,
  row integer,
  field text,
  column_name text,
  seen_sealed bytea,
  params jsonb not null default '{}',
  primary key (tenant_id, import_id, position),
  foreign key (tenant_id, import_id) references import (tenant_id, id) on delete cascade
);
create index import_finding_by_code on import_finding (tenant_id, import_id, code);
select protect_tenant_table('import_finding', 'select, insert, delete');

-- A name that somebody resolved: which person the row means, or that it means nobody on file.
create table import_decision (
  tenant_id integer not null,
  project_id uuid not null,
  subject text not null,
  person_id uuid,
  -- a person that the same import adds, by its key
  person_key text,
  decided_by uuid,
  decided_at timestamptz not null default now(),
  primary key (tenant_id, project_id, subject),
  foreign key (tenant_id, project_id) references project (tenant_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references person (tenant_id, id)
);
select protect_tenant_table('import_decision', 'select, insert, update, delete');

-- Which columns mean what, for tables with one set of headers: seen, corrected and kept by the agency.
create table import_mapping (
  tenant_id integer not null,
  id uuid not null,
  agency_id uuid,
  signature text not null,
  form text not null,
  columns jsonb not null,
  saved_by uuid,
  saved_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, signature),
  foreign key (tenant_id, agency_id) references organisation (tenant_id, id)
);
select protect_tenant_table('import_mapping', 'select, insert, update, delete');

-- The record that a row of a book became: its natural key, so that the same book again changes nothing.
create table imported_record (
  tenant_id integer not null,
  project_id uuid not null,
  entity text not null,
  key text not null,
  record_id text not null,
  fingerprint bytea not null,
  -- the import that last said something of it, and the one that added it; null where the record was on file before
  import_id uuid not null,
  added_by uuid,
  -- no foreign keys: an import writes a hundred thousand of these, and each would be looked up twice
  primary key (tenant_id, project_id, entity, key)
);
create index imported_record_of_import on imported_record (tenant_id, import_id);
select protect_tenant_table('imported_record', 'select, insert, update, delete');

-- What an import changed, in order, with what stood there before: an undo reads it backwards. What it added needs no
-- such row: imported_record says so.
create table import_change (
  tenant_id integer not null,
  import_id uuid not null,
  position bigint not null,
  table_name text not null,
  key text not null,
  record_id text not null,
  before jsonb not null,
  primary key (tenant_id, import_id, position),
  foreign key (tenant_id, import_id) references import (tenant_id, id) on delete cascade
);
select protect_tenant_table('import_change', 'select, insert, delete');

-- After thousands of rows at once the planner knows nothing of them until the server gets round to it. An import ends
-- with this, so that its figures come as quickly as any other. The app's role owns no table and may not ask itself.
create function refresh_statistics() returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  analyze person, person_term, person_part, household, hardship_label, registration, service, attendance, contribution, assessment,
    case_file, session_note, group_session, group_member, reading, goods_lot, goods_hand_out, visit_record, volunteer,
    imported_record, import_finding;
end $$;
revoke all on function refresh_statistics() from public;
grant execute on function refresh_statistics() to nuanyang_app;
