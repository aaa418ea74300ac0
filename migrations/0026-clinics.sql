-- Clinic days as they are worked: plan, stations, readings by parts, whom to follow up, supplies handed over.

create table clinic_plan (
  tenant_id integer not null,
  service_id uuid not null,
  -- who comes from the institution, in words
  staff text,
  -- [{ "name", "parts": ["pressure", …], "staff" }]
  stations jsonb not null,
  ended_at timestamptz,
  ended_by uuid,
  version integer not null default 1,
  primary key (tenant_id, service_id),
  foreign key (tenant_id, service_id) references service (tenant_id, id) on delete cascade
);
select protect_tenant_table('clinic_plan', 'select, insert, update, delete');

alter table reading
  add column third_systolic smallint,
  add column third_diastolic smallint,
  add column oxygen smallint,
  add column temperature numeric,
  add column weight_kg numeric,
  add column height_cm numeric,
  add column waist_cm numeric,
  -- null: nobody asked; {}: asked, and there are none
  add column symptoms text[];

-- Each station writes its own part of a reading, at the version it has seen. No row: imported, or not measured.
create table reading_part (
  tenant_id integer not null,
  attendance_id uuid not null,
  part text not null check (part in ('pressure', 'glucose', 'oxygen', 'temperature', 'body', 'symptoms')),
  version integer not null default 1,
  saved_by uuid,
  saved_at timestamptz not null default now(),
  primary key (tenant_id, attendance_id, part),
  foreign key (tenant_id, attendance_id) references attendance (tenant_id, id) on delete cascade
);
select protect_tenant_table('reading_part', 'select, insert, update, delete');

-- What a part of a reading was before each correction, and why it was corrected.
create table reading_version (
  tenant_id integer not null,
  attendance_id uuid not null,
  part text not null,
  version integer not null,
  earlier jsonb not null,
  reason text not null,
  changed_by uuid,
  changed_at timestamptz not null default now(),
  primary key (tenant_id, attendance_id, part, version),
  foreign key (tenant_id, attendance_id) references attendance (tenant_id, id) on delete cascade
);
select protect_tenant_table('reading_version', 'select, insert');

-- Whether a visitor lets their readings go to the day's institution under their name: a consent of its own.
create table reading_sharing (
  tenant_id integer not null,
  attendance_id uuid not null,
  agreed boolean not null,
  given_by text not null,
  capacity text not null check (capacity in ('self', 'guardian', 'relative')),
  method text not null check (method in ('signature', 'fingerprint', 'spoken')),
  witness text,
  given_on date not null,
  recorded_by uuid,
  recorded_at timestamptz not null default now(),
  primary key (tenant_id, attendance_id),
  foreign key (tenant_id, attendance_id) references attendance (tenant_id, id) on delete cascade
);
select protect_tenant_table('reading_sharing', 'select, insert, update, delete');

-- Somebody whose readings ask for more than words. Who it is follows the attendance, whoever that is found to be.
create table clinic_follow_up (
  tenant_id integer not null,
  id uuid not null,
  attendance_id uuid not null,
  service_id uuid not null,
  project_id uuid not null,
  community_code text,
  -- what was found, by the codes of the bands
  findings text[] not null,
  level text not null check (level in ('note', 'retest', 'advise', 'urgent', 'emergency')),
  opened_on date not null,
  due_on date not null,
  -- whether the person was told, and given the slip
  told boolean not null default false,
  closed_on date,
  outcome text check (outcome in ('seen', 'treated', 'in_range', 'refused', 'not_found', 'moved', 'died', 'not_needed')),
  -- AES-256-GCM, bound to (tenant, follow-up, field)
  closing_sealed bytea,
  closed_by uuid,
  opened_by uuid,
  version integer not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, attendance_id),
  foreign key (tenant_id, attendance_id) references attendance (tenant_id, id),
  foreign key (tenant_id, service_id) references service (tenant_id, id),
  foreign key (tenant_id, project_id) references project (tenant_id, id),
  check ((closed_on is null) = (outcome is null))
);
create index clinic_follow_up_of_project on clinic_follow_up (tenant_id, project_id, closed_on, due_on);
create index clinic_follow_up_of_service on clinic_follow_up (tenant_id, service_id);
select protect_tenant_table('clinic_follow_up', 'select, insert, update');

-- Each time somebody asked after them.
create table clinic_follow_up_entry (
  tenant_id integer not null,
  id uuid not null,
  follow_up_id uuid not null,
  day date not null,
  means text not null check (means in ('phone', 'visit', 'clinic', 'message')),
  result text not null check (result in ('went', 'will_go', 'not_gone', 'in_range', 'still_high', 'not_reached')),
  note_sealed bytea,
  made_by uuid,
  made_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, follow_up_id) references clinic_follow_up (tenant_id, id)
);
create index clinic_follow_up_entry_of on clinic_follow_up_entry (tenant_id, follow_up_id, day);
select protect_tenant_table('clinic_follow_up_entry', 'select, insert');

-- What a doctor said a person's readings should keep to. The newest that has not ended stands.
create table health_target (
  tenant_id integer not null,
  id uuid not null,
  person_id uuid not null,
  recorded_person_id uuid not null,
  measure text not null check (measure in ('pressure', 'glucose_fasting', 'glucose_after_meal', 'oxygen', 'weight')),
  low numeric,
  high numeric,
  -- of the diastolic pressure
  low_second numeric,
  high_second numeric,
  doctor text not null,
  institution text,
  said_on date not null,
  recorded_by uuid,
  recorded_at timestamptz not null default now(),
  ended_on date,
  end_reason text,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  foreign key (tenant_id, recorded_person_id) references person (tenant_id, id),
  check (low is not null or high is not null)
);
create index health_target_of_person on health_target (tenant_id, person_id, measure);
create index health_target_of_recorded on health_target (tenant_id, recorded_person_id);
select protect_tenant_table('health_target', 'select, insert, update');

-- Reading glasses and medicines that charities gave: the receipt is a service of kind goods_receipt in the ledger.
create table health_supply (
  tenant_id integer not null,
  service_id uuid not null,
  project_id uuid not null,
  kind text not null check (kind in ('medicine', 'glasses')),
  name text not null,
  -- strength of a medicine, power of glasses
  strength text,
  source_id uuid not null,
  lot text,
  expires_on date,
  quantity integer not null check (quantity > 0),
  unit text not null,
  -- the pharmacist who looked at the lot
  checked_by text,
  checked_on date,
  withdrawn_reason text,
  version integer not null default 1,
  primary key (tenant_id, service_id),
  foreign key (tenant_id, service_id) references service (tenant_id, id) on delete cascade,
  foreign key (tenant_id, source_id) references organisation (tenant_id, id)
);
create index health_supply_of_project on health_supply (tenant_id, project_id, kind);
select protect_tenant_table('health_supply', 'select, insert, update, delete');

create table health_hand_over (
  tenant_id integer not null,
  id uuid not null,
  supply_id uuid not null,
  attendance_id uuid not null,
  quantity integer not null check (quantity > 0),
  taken_by text,
  -- who explained how it is taken
  explained_by text,
  handed_by uuid,
  handed_at timestamptz not null default now(),
  undone_reason text,
  undone_by uuid,
  undone_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, supply_id) references health_supply (tenant_id, service_id),
  foreign key (tenant_id, attendance_id) references attendance (tenant_id, id)
);
create index health_hand_over_of_supply on health_hand_over (tenant_id, supply_id);
create index health_hand_over_of_attendance on health_hand_over (tenant_id, attendance_id);
select protect_tenant_table('health_hand_over', 'select, insert, update');
