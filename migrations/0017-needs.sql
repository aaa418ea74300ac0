-- What a person needs, in the project's own words for needs, and what is done about it. What people said is sealed.
create table need (
  tenant_id integer not null,
  id uuid not null,
  project_id uuid not null,
  person_id uuid not null,
  recorded_person_id uuid not null,
  -- one of the project's needs (project_need), which are rewritten as a whole and so are not a foreign key; null: another
  domain_id uuid,
  priority text not null check (priority in ('urgent', 'high', 'usual')),
  assessment_id uuid,
  state text not null check (state in ('open', 'inHand', 'met', 'notMet', 'withdrawn')),
  settled_on date,
  met_service_id uuid,
  -- statement, judgement, goal, outcome: AES-256-GCM, bound to (tenant, need)
  words_sealed bytea not null,
  version integer not null default 1,
  created_by uuid,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, project_id) references project (tenant_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  foreign key (tenant_id, recorded_person_id) references person (tenant_id, id),
  foreign key (tenant_id, assessment_id) references assessment (tenant_id, id),
  foreign key (tenant_id, met_service_id) references service (tenant_id, id)
);
create index need_of_person on need (tenant_id, person_id);
create index need_of_recorded on need (tenant_id, recorded_person_id);
create index need_of_project on need (tenant_id, project_id, state);
select protect_tenant_table('need', 'select, insert, update');

create table need_action (
  tenant_id integer not null,
  id uuid not null,
  need_id uuid not null,
  position integer not null,
  what_sealed bytea not null,
  who text not null,
  due_on date not null,
  done_on date,
  primary key (tenant_id, id),
  foreign key (tenant_id, need_id) references need (tenant_id, id) on delete cascade
);
create index need_action_of_need on need_action (tenant_id, need_id, position);
create index need_action_open on need_action (tenant_id, due_on) where done_on is null;
select protect_tenant_table('need_action', 'select, insert, update, delete');

-- What a need was before each change, and why it was changed.
create table need_version (
  tenant_id integer not null,
  need_id uuid not null,
  version integer not null,
  earlier_sealed bytea not null,
  reason text not null,
  changed_by uuid,
  changed_at timestamptz not null default now(),
  primary key (tenant_id, need_id, version),
  foreign key (tenant_id, need_id) references need (tenant_id, id) on delete cascade
);
select protect_tenant_table('need_version', 'select, insert');

-- Which goal of a case a need is worked on by: the goal's id is the case's.
create table need_goal (
  tenant_id integer not null,
  need_id uuid not null,
  goal_id uuid not null,
  linked_at timestamptz not null default now(),
  primary key (tenant_id, need_id, goal_id),
  foreign key (tenant_id, need_id) references need (tenant_id, id) on delete cascade
);
select protect_tenant_table('need_goal', 'select, insert, delete');
