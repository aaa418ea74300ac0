-- Reminders: addresses at which a phone's calendar asks for what is planned, and the days whose duties were told.

-- Whoever knows the address reads the calendar: it is a secret, kept as its hash alone, and ends when its owner says so.
create table calendar_feed (
  tenant_id integer not null,
  id uuid not null,
  account_id uuid not null,
  -- null: what is the account's own; otherwise what a community of a project plans
  project_id uuid,
  community_code text,
  token_hash bytea not null,
  made_at timestamptz not null default now(),
  fetched_at timestamptz,
  ended_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, token_hash),
  foreign key (tenant_id, account_id) references account (tenant_id, id),
  foreign key (tenant_id, project_id) references project (tenant_id, id) on delete cascade,
  foreign key (tenant_id, community_code) references division (tenant_id, code),
  check ((project_id is null) = (community_code is null))
);
create index calendar_feed_of_account on calendar_feed (tenant_id, account_id) where ended_at is null;
select protect_tenant_table('calendar_feed', 'select, insert, update');

-- A day whose duties were told: once, whichever server did it.
create table reminder_day (
  tenant_id integer not null references tenant_directory (tenant_id),
  day date not null,
  told integer not null default 0,
  made_at timestamptz not null default now(),
  primary key (tenant_id, day)
);
select protect_tenant_table('reminder_day', 'select, insert, update');
