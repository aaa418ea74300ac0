-- 微心愿: a small wish of an elder's, screened by a second person, shown without a name, claimed by one, brought by a
-- worker. What is brought is a service of the ledger. What the elder said is sealed; what the public reads stands in a
-- table of its own.

alter table project
  -- what a wish may be worth at most, and for how many days it is kept for whoever claims it
  add column wish_limit_fen bigint not null default 50000 check (wish_limit_fen > 0),
  add column wish_claim_days integer not null default 7 check (wish_claim_days between 1 and 60);

create table wish (
  tenant_id integer not null,
  id uuid not null,
  project_id uuid not null,
  person_id uuid not null,
  recorded_person_id uuid not null,
  community_code text not null,
  state text not null check (state in ('collected', 'returned', 'published', 'claimed', 'delivered', 'confirmed', 'closed', 'withdrawn')),
  sort text not null check (sort in ('goods', 'help', 'company', 'learning')),
  -- what the public reads: nothing in it says who
  title text not null,
  about text,
  value_fen bigint not null check (value_fen >= 0),
  -- what the person said, sizes, when somebody is at home: AES-256-GCM, bound to (tenant, wish)
  said_sealed bytea,
  -- the person agreed that it is shown without a name
  agreed_on date not null,
  collected_by uuid not null,
  collected_at timestamptz not null default now(),
  -- whoever wrote what now stands: they do not screen it
  written_by uuid not null,
  screened_by uuid,
  service_id uuid,
  delivered_on date,
  confirmed_on date,
  confirmed_by text check (confirmed_by in ('self', 'relative')),
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, project_id) references project (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  foreign key (tenant_id, recorded_person_id) references person (tenant_id, id),
  foreign key (tenant_id, community_code) references division (tenant_id, code),
  foreign key (tenant_id, service_id) references service (tenant_id, id),
  check ((service_id is not null) = (state in ('delivered', 'confirmed', 'closed'))),
  check ((confirmed_by is not null) = (state in ('confirmed', 'closed')))
);
create index wish_of_project on wish (tenant_id, project_id, state);
create index wish_of_person on wish (tenant_id, person_id);
create index wish_of_recorded on wish (tenant_id, recorded_person_id);
select protect_tenant_table('wish', 'select, insert, update');

-- Who means to make a wish come true, and until when it is kept for them. One at a time: the key says so.
create table wish_claim (
  tenant_id integer not null,
  id uuid not null,
  wish_id uuid not null,
  claimed_by uuid not null,
  -- a volunteer or a partner for themselves, or a worker in the name of somebody
  means text not null check (means in ('own', 'forOther')),
  party text not null check (party in ('community', 'social_organisation', 'social_worker', 'volunteer', 'charity', 'government', 'public')),
  organisation_id uuid,
  donor text,
  claimed_on date not null,
  until date not null,
  ended text check (ended in ('dropped', 'expired', 'withdrawn')),
  end_reason text,
  ended_on date,
  primary key (tenant_id, id),
  foreign key (tenant_id, wish_id) references wish (tenant_id, id) on delete cascade,
  foreign key (tenant_id, organisation_id) references organisation (tenant_id, id),
  check (until >= claimed_on),
  check ((ended is null) = (ended_on is null))
);
create unique index wish_claim_once on wish_claim (tenant_id, wish_id) where ended is null;
create index wish_claim_of_wish on wish_claim (tenant_id, wish_id);
create index wish_claim_of_account on wish_claim (tenant_id, claimed_by);
select protect_tenant_table('wish_claim', 'select, insert, update');

-- Every step of a wish, by whom and why.
create table wish_step (
  tenant_id integer not null,
  id uuid not null,
  wish_id uuid not null,
  step text not null,
  reason text,
  taken_by uuid,
  taken_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, id),
  foreign key (tenant_id, wish_id) references wish (tenant_id, id) on delete cascade
);
create index wish_step_of on wish_step (tenant_id, wish_id, taken_at);
select protect_tenant_table('wish_step', 'select, insert');

-- What the public reads of a wish. The town, not the community; no day of birth, no name, no number.
create table published_wish (
  tenant_id integer not null references tenant_directory (tenant_id),
  id uuid not null,
  code text not null,
  sort text not null,
  title text not null,
  about text,
  town text,
  value_fen bigint not null,
  state text not null check (state in ('open', 'claimed', 'done')),
  -- a claim that nobody kept reopens by itself
  claimed_until date,
  published_at timestamptz not null default now(),
  primary key (tenant_id, id)
);
create index published_wish_by_time on published_wish (tenant_id, published_at desc);
select protect_tenant_table('published_wish', 'select, insert, update, delete');
grant select on published_wish to nuanyang_portal;
