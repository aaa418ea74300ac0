-- Details beside the ledger, keyed by the service, the attendance or the person. Nothing here is counted from.

create table assessment (
  tenant_id integer not null,
  id uuid not null,
  project_id uuid not null,
  person_id uuid not null,
  recorded_person_id uuid not null,
  -- groups a first and a last score: the case's or the group's number
  occasion text,
  phase text not null check (phase in ('before', 'during', 'after')),
  scale text not null,
  scale_version text not null,
  score numeric not null,
  day date,
  community_code text,
  primary key (tenant_id, id),
  foreign key (tenant_id, project_id) references project (tenant_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  foreign key (tenant_id, recorded_person_id) references person (tenant_id, id)
);
create index assessment_of_person on assessment (tenant_id, person_id, scale);
create index assessment_of_recorded on assessment (tenant_id, recorded_person_id);
create index assessment_of_project on assessment (tenant_id, project_id, scale, phase);
select protect_tenant_table('assessment', 'select, insert, update, delete');

-- A case: its opening is a service of kind case_opening in the ledger, keyed here.
create table case_file (
  tenant_id integer not null,
  id uuid not null,
  project_id uuid not null,
  opening_service_id uuid not null,
  person_id uuid,
  recorded_person_id uuid,
  number text not null,
  source text,
  problem text,
  state text not null check (state in ('not_accepted', 'open', 'closed')),
  opened_on date,
  closed_on date,
  worker text,
  counsellor text,
  note text,
  primary key (tenant_id, id),
  foreign key (tenant_id, opening_service_id) references service (tenant_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  foreign key (tenant_id, recorded_person_id) references person (tenant_id, id)
);
create index case_file_by_number on case_file (tenant_id, project_id, number);
create index case_file_of_person on case_file (tenant_id, person_id);
select protect_tenant_table('case_file', 'select, insert, update, delete');

create table session_note (
  tenant_id integer not null,
  service_id uuid not null,
  case_id uuid,
  ordinal integer,
  method text,
  counsellor text,
  -- AES-256-GCM, bound to (tenant, service, field)
  summary_sealed bytea,
  next_plan_sealed bytea,
  primary key (tenant_id, service_id),
  foreign key (tenant_id, service_id) references service (tenant_id, id) on delete cascade,
  foreign key (tenant_id, case_id) references case_file (tenant_id, id)
);
create index session_note_of_case on session_note (tenant_id, case_id);
select protect_tenant_table('session_note', 'select, insert, update, delete');

create table support_group (
  tenant_id integer not null,
  id uuid not null,
  project_id uuid not null,
  number text not null,
  name text not null,
  nature text,
  community_code text,
  worker text,
  planned_sessions integer,
  primary key (tenant_id, id),
  foreign key (tenant_id, project_id) references project (tenant_id, id) on delete cascade,
  foreign key (tenant_id, community_code) references division (tenant_id, code)
);
select protect_tenant_table('support_group', 'select, insert, update, delete');

create table group_session (
  tenant_id integer not null,
  service_id uuid not null,
  group_id uuid not null,
  ordinal integer not null,
  topic text,
  primary key (tenant_id, service_id),
  foreign key (tenant_id, service_id) references service (tenant_id, id) on delete cascade,
  foreign key (tenant_id, group_id) references support_group (tenant_id, id) on delete cascade
);
create index group_session_of_group on group_session (tenant_id, group_id, ordinal);
select protect_tenant_table('group_session', 'select, insert, update, delete');

create table group_member (
  tenant_id integer not null,
  id uuid not null,
  group_id uuid not null,
  person_id uuid,
  recorded_person_id uuid,
  written_name text not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, group_id) references support_group (tenant_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  foreign key (tenant_id, recorded_person_id) references person (tenant_id, id)
);
create index group_member_of_group on group_member (tenant_id, group_id);
create index group_member_of_recorded on group_member (tenant_id, recorded_person_id);
select protect_tenant_table('group_member', 'select, insert, update, delete');

-- Readings at a clinic or on a visit; a refused value stays as it was written, in refused.
create table reading (
  tenant_id integer not null,
  attendance_id uuid not null,
  systolic smallint,
  diastolic smallint,
  second_systolic smallint,
  second_diastolic smallint,
  pulse smallint,
  glucose_mmol numeric,
  glucose_written text,
  glucose_context text,
  advice text,
  refused jsonb,
  danger text[] not null default '{}',
  primary key (tenant_id, attendance_id),
  foreign key (tenant_id, attendance_id) references attendance (tenant_id, id) on delete cascade
);
select protect_tenant_table('reading', 'select, insert, update, delete');

-- A donated lot: its receipt is a service of kind goods_receipt in the ledger.
create table goods_lot (
  tenant_id integer not null,
  service_id uuid not null,
  project_id uuid not null,
  number text not null,
  donor_id uuid,
  item text not null,
  quantity numeric not null,
  unit text,
  unit_price_fen bigint,
  expires_on date,
  received_by text,
  primary key (tenant_id, service_id),
  foreign key (tenant_id, service_id) references service (tenant_id, id) on delete cascade,
  foreign key (tenant_id, donor_id) references organisation (tenant_id, id)
);
create index goods_lot_by_number on goods_lot (tenant_id, project_id, number);
select protect_tenant_table('goods_lot', 'select, insert, update, delete');

create table goods_hand_out (
  tenant_id integer not null,
  service_id uuid not null,
  lot_number text,
  item text,
  taken_by text,
  receipt text,
  primary key (tenant_id, service_id),
  foreign key (tenant_id, service_id) references service (tenant_id, id) on delete cascade
);
select protect_tenant_table('goods_hand_out', 'select, insert, update, delete');

create table goods_stock_count (
  tenant_id integer not null,
  id uuid not null,
  project_id uuid not null,
  lot_number text not null,
  item text,
  received numeric not null,
  handed_out numeric not null,
  remaining numeric not null,
  damaged numeric not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, project_id) references project (tenant_id, id) on delete cascade
);
select protect_tenant_table('goods_stock_count', 'select, insert, update, delete');

create table visit_record (
  tenant_id integer not null,
  service_id uuid not null,
  means text not null,
  met boolean not null,
  -- item → true in order, false a problem
  checks jsonb not null default '{}',
  problem text,
  handled text,
  visitor text,
  primary key (tenant_id, service_id),
  foreign key (tenant_id, service_id) references service (tenant_id, id) on delete cascade
);
select protect_tenant_table('visit_record', 'select, insert, update, delete');

create table carer_relation (
  tenant_id integer not null,
  id uuid not null,
  project_id uuid not null,
  number text,
  carer_id uuid not null,
  recorded_person_id uuid not null,
  elder_id uuid,
  elder_name text not null,
  relation text,
  primary key (tenant_id, id),
  foreign key (tenant_id, project_id) references project (tenant_id, id) on delete cascade,
  foreign key (tenant_id, carer_id) references person (tenant_id, id),
  foreign key (tenant_id, recorded_person_id) references person (tenant_id, id),
  foreign key (tenant_id, elder_id) references person (tenant_id, id)
);
select protect_tenant_table('carer_relation', 'select, insert, update, delete');

create table respite_record (
  tenant_id integer not null,
  service_id uuid not null,
  relieved_by text,
  content text,
  primary key (tenant_id, service_id),
  foreign key (tenant_id, service_id) references service (tenant_id, id) on delete cascade
);
select protect_tenant_table('respite_record', 'select, insert, update, delete');

create table craft_piece (
  tenant_id integer not null,
  service_id uuid not null,
  project_id uuid not null,
  number text not null,
  craft text,
  price_fen bigint,
  primary key (tenant_id, service_id),
  foreign key (tenant_id, service_id) references service (tenant_id, id) on delete cascade
);
select protect_tenant_table('craft_piece', 'select, insert, update, delete');

create table volunteer_family (
  tenant_id integer not null,
  id uuid not null,
  project_id uuid not null,
  number text not null,
  name text,
  contact_name text,
  size integer,
  community_code text,
  joined_on date,
  primary key (tenant_id, id),
  foreign key (tenant_id, project_id) references project (tenant_id, id) on delete cascade,
  foreign key (tenant_id, community_code) references division (tenant_id, code)
);
select protect_tenant_table('volunteer_family', 'select, insert, update, delete');

create table volunteer (
  tenant_id integer not null,
  id uuid not null,
  project_id uuid not null,
  person_id uuid not null,
  recorded_person_id uuid not null,
  number text,
  family_number text,
  skills text,
  guardian_consent boolean,
  primary key (tenant_id, id),
  foreign key (tenant_id, project_id) references project (tenant_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  foreign key (tenant_id, recorded_person_id) references person (tenant_id, id)
);
create index volunteer_of_person on volunteer (tenant_id, person_id);
select protect_tenant_table('volunteer', 'select, insert, update, delete');
