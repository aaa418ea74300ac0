-- Activities: what is planned beside the service, who signed up, what was learnt; and the days that are marked.

-- When and by which means somebody was checked in: at a screen, by a card, from a list, by name, from paper.
alter table attendance
  add column checked_in_at timestamptz,
  add column checked_in_means text check (checked_in_means in ('screen', 'card', 'list', 'name', 'paper', 'self'));

create table activity_plan (
  tenant_id integer not null,
  service_id uuid not null,
  confirmed_at timestamptz,
  confirmed_by uuid,
  for_elders boolean not null default true,
  background text,
  goal text,
  audience text,
  expected integer check (expected >= 0),
  capacity integer check (capacity > 0),
  program jsonb not null default '[]',
  duties jsonb not null default '[]',
  supplies jsonb not null default '[]',
  budget jsonb not null default '[]',
  -- what is done when somebody falls ill, who knows first aid, how people come home, wet floors, weather
  contingency jsonb not null default '{}',
  -- of the children who come with a school: how the guardians agreed, and how many children
  guardian jsonb,
  -- others of the same series, or copied from one event
  series_id uuid,
  summary jsonb,
  summarised_at timestamptz,
  summarised_by uuid,
  version integer not null default 1,
  primary key (tenant_id, service_id),
  foreign key (tenant_id, service_id) references service (tenant_id, id) on delete cascade
);
create index activity_plan_of_series on activity_plan (tenant_id, series_id) where series_id is not null;
select protect_tenant_table('activity_plan', 'select, insert, update, delete');

-- Who means to come. Nothing is counted from here: whoever came is in the ledger.
create table sign_up (
  tenant_id integer not null,
  id uuid not null,
  service_id uuid not null,
  person_id uuid not null,
  recorded_person_id uuid not null,
  part text not null check (part in ('beneficiary', 'carer', 'volunteer', 'worker', 'partner', 'child')),
  state text not null check (state in ('going', 'waiting', 'withdrawn')),
  -- health or age: sealed, bound to (tenant, sign-up)
  note_sealed bytea,
  guardian_agreed boolean not null default false,
  withdrawn_reason text,
  added_at timestamptz not null default clock_timestamp(),
  added_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, service_id) references service (tenant_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  foreign key (tenant_id, recorded_person_id) references person (tenant_id, id)
);
create index sign_up_of_service on sign_up (tenant_id, service_id, state, added_at);
create index sign_up_of_person on sign_up (tenant_id, person_id);
create index sign_up_of_recorded on sign_up (tenant_id, recorded_person_id);
select protect_tenant_table('sign_up', 'select, insert, update, delete');

-- Days that a manager marked, or changed from what the calendar knows: a holiday, a day worked instead, an ordinary day.
create table marked_day (
  tenant_id integer not null,
  day date not null,
  name text not null,
  sort text not null check (sort in ('holiday', 'worked', 'ordinary', 'noted')),
  changed_by uuid,
  changed_at timestamptz not null default now(),
  primary key (tenant_id, day)
);
select protect_tenant_table('marked_day', 'select, insert, update, delete');
