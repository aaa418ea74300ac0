-- Who could meet what: three lists (needs, resources, projects), links from asked to closed, and
-- proposals. Nothing is counted from here: a link that came about is a service of kind linkage in the ledger.

create table linkage_plan (
  tenant_id integer not null,
  id uuid not null,
  project_id uuid not null,
  title text not null,
  goal text,
  lead_id uuid,
  partners text,
  budget_fen bigint check (budget_fen >= 0),
  starts_on date,
  ends_on date,
  state text not null default 'open' check (state in ('open', 'done', 'dropped')),
  state_reason text,
  version integer not null default 1,
  created_by uuid,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, project_id) references project (tenant_id, id) on delete cascade,
  foreign key (tenant_id, lead_id) references organisation (tenant_id, id)
);
create index linkage_plan_of_project on linkage_plan (tenant_id, project_id, state);
select protect_tenant_table('linkage_plan', 'select, insert, update');

-- A need that is to be linked: of a person, a group or a community. What it says is sealed.
create table linkage_need (
  tenant_id integer not null,
  id uuid not null,
  project_id uuid not null,
  community_code text not null,
  holder text not null check (holder in ('person', 'group', 'community')),
  person_id uuid,
  recorded_person_id uuid,
  group_id uuid,
  -- the need in the person's file that it stands for
  need_id uuid,
  plan_id uuid,
  kind text not null check (kind in ('funds', 'goods', 'venue', 'staff', 'skill', 'service', 'time')),
  skill text,
  quantity integer not null default 1 check (quantity between 1 and 100000),
  unit text,
  days smallint[] not null default '{}',
  parts text[] not null default '{}',
  wanted_by date,
  needs_vetting boolean not null default false,
  priority text not null check (priority in ('urgent', 'high', 'usual')),
  state text not null default 'open' check (state in ('open', 'met', 'withdrawn')),
  state_reason text,
  -- title and note: AES-256-GCM, bound to (tenant, need)
  words_sealed bytea not null,
  version integer not null default 1,
  created_by uuid,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, project_id) references project (tenant_id, id) on delete cascade,
  foreign key (tenant_id, community_code) references division (tenant_id, code),
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  foreign key (tenant_id, recorded_person_id) references person (tenant_id, id),
  foreign key (tenant_id, group_id) references support_group (tenant_id, id) on delete set null (group_id),
  foreign key (tenant_id, need_id) references need (tenant_id, id),
  foreign key (tenant_id, plan_id) references linkage_plan (tenant_id, id),
  check ((person_id is null) = (recorded_person_id is null)),
  check ((holder = 'person') = (person_id is not null))
);
create index linkage_need_of_project on linkage_need (tenant_id, project_id, state, community_code);
create index linkage_need_of_recorded on linkage_need (tenant_id, recorded_person_id) where recorded_person_id is not null;
create index linkage_need_of_person on linkage_need (tenant_id, person_id) where person_id is not null;
select protect_tenant_table('linkage_need', 'select, insert, update');

-- What a party has to give. Money is only what was pledged elsewhere: none is taken here.
create table resource (
  tenant_id integer not null,
  id uuid not null,
  project_id uuid not null,
  organisation_id uuid,
  -- somebody who is no organisation
  provider text,
  party text not null check (party in ('community', 'social_organisation', 'social_worker', 'volunteer', 'charity', 'government')),
  kind text not null check (kind in ('funds', 'goods', 'venue', 'staff', 'skill', 'service', 'time')),
  title text not null,
  content text,
  skill text,
  -- null: as much as is asked for
  quantity integer check (quantity between 1 and 1000000),
  unit text,
  -- empty: every community of the project
  communities text[] not null default '{}',
  days smallint[] not null default '{}',
  parts text[] not null default '{}',
  limits text,
  valid_from date,
  valid_until date,
  confirmed_on date not null,
  confirm_every smallint not null default 90 check (confirm_every between 7 and 730),
  ended_on date,
  end_reason text,
  version integer not null default 1,
  created_by uuid,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, project_id) references project (tenant_id, id) on delete cascade,
  foreign key (tenant_id, organisation_id) references organisation (tenant_id, id),
  check ((organisation_id is null) <> (provider is null))
);
create index resource_of_project on resource (tenant_id, project_id, kind);
select protect_tenant_table('resource', 'select, insert, update');

-- One need and who is to meet it, from asked to closed.
create table linkage (
  tenant_id integer not null,
  id uuid not null,
  project_id uuid not null,
  linkage_need_id uuid not null,
  resource_id uuid,
  volunteer_id uuid,
  quantity integer not null default 1 check (quantity between 1 and 100000),
  state text not null check (state in ('asked', 'accepted', 'refused', 'done', 'confirmed', 'closed', 'withdrawn')),
  asked_on date not null,
  answered_on date,
  answer text,
  done_on date,
  service_id uuid,
  confirmed_on date,
  confirmed_by text,
  confirmed_as text check (confirmed_as in ('self', 'relative', 'worker', 'community', 'group')),
  closed_on date,
  version integer not null default 1,
  created_by uuid,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, project_id) references project (tenant_id, id) on delete cascade,
  foreign key (tenant_id, linkage_need_id) references linkage_need (tenant_id, id) on delete cascade,
  foreign key (tenant_id, resource_id) references resource (tenant_id, id) on delete cascade,
  foreign key (tenant_id, volunteer_id) references volunteer (tenant_id, id) on delete cascade,
  foreign key (tenant_id, service_id) references service (tenant_id, id) on delete set null (service_id),
  check ((resource_id is null) <> (volunteer_id is null))
);
create index linkage_of_project on linkage (tenant_id, project_id, state);
create index linkage_of_need on linkage (tenant_id, linkage_need_id);
create index linkage_of_resource on linkage (tenant_id, resource_id) where resource_id is not null;
create index linkage_of_volunteer on linkage (tenant_id, volunteer_id) where volunteer_id is not null;
create unique index linkage_once_resource on linkage (tenant_id, linkage_need_id, resource_id)
  where resource_id is not null and state in ('asked', 'accepted');
create unique index linkage_once_volunteer on linkage (tenant_id, linkage_need_id, volunteer_id)
  where volunteer_id is not null and state in ('asked', 'accepted');
select protect_tenant_table('linkage', 'select, insert, update');

-- Every step of a link, and why it was taken back where it was.
create table linkage_step (
  tenant_id integer not null,
  id uuid not null,
  linkage_id uuid not null,
  from_state text,
  to_state text not null,
  on_day date not null,
  reason text,
  by_account uuid,
  at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, linkage_id) references linkage (tenant_id, id) on delete cascade
);
create index linkage_step_of on linkage_step (tenant_id, linkage_id, at);
select protect_tenant_table('linkage_step', 'select, insert');

-- A person decided: this pair must be, or must not be.
create table linkage_pair (
  tenant_id integer not null,
  linkage_need_id uuid not null,
  -- the resource or the volunteer
  giver_id uuid not null,
  project_id uuid not null,
  rule text not null check (rule in ('pin', 'forbid')),
  set_by uuid,
  set_at timestamptz not null default now(),
  primary key (tenant_id, linkage_need_id, giver_id),
  foreign key (tenant_id, linkage_need_id) references linkage_need (tenant_id, id) on delete cascade,
  foreign key (tenant_id, project_id) references project (tenant_id, id) on delete cascade
);
select protect_tenant_table('linkage_pair', 'select, insert, update, delete');

-- A proposal for a whole project or community as it was computed.
create table linkage_run (
  tenant_id integer not null,
  id uuid not null,
  project_id uuid not null,
  community_code text,
  per_volunteer smallint not null,
  as_of date not null,
  objective double precision not null,
  bound double precision not null,
  needs integer not null,
  millis integer not null,
  rows jsonb not null,
  unmet jsonb not null,
  created_by uuid,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, project_id) references project (tenant_id, id) on delete cascade
);
create index linkage_run_of_project on linkage_run (tenant_id, project_id, created_at desc);
select protect_tenant_table('linkage_run', 'select, insert');
