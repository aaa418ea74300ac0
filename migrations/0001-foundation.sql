-- The walls between tenants, and who is here: accounts, sessions, grants, operations, the trail.
-- Every tenant table: tenant_id first in each key, row security forced, the app's role named in each grant.

create table schema_migration (
  name text primary key,
  sha256 text not null,
  applied_at timestamptz not null default now()
);

-- Enables and forces row security on a tenant table and grants the app's role just the named rights.
-- The setting is read in a sub-select so that it is evaluated once a statement and not once a row.
create function protect_tenant_table(t regclass, rights text) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', t);
  execute format('alter table %s force row level security', t);
  execute format(
    'create policy tenant_wall on %s using (tenant_id = (select nullif(current_setting(''app.tenant_id'', true), '''')::int))'
    || ' with check (tenant_id = (select nullif(current_setting(''app.tenant_id'', true), '''')::int))', t);
  execute format('grant %s on %s to nuanyang_app', rights, t);
end $$;

-- The directory of tenants: no personal data, read before a tenant is known. Not a tenant table.
create table tenant_directory (
  tenant_id integer primary key,
  code text not null unique,
  name text not null,
  created_at timestamptz not null default now()
);
grant select on tenant_directory to nuanyang_app;

create table account (
  tenant_id integer not null references tenant_directory (tenant_id),
  id uuid not null,
  name text not null,
  display_name text not null,
  password_hash text not null,
  organisation_id uuid,
  person_id uuid,
  state text not null default 'active' check (state in ('active', 'disabled')),
  must_change_password boolean not null default false,
  language text not null default 'zh-CN' check (language in ('zh-CN', 'zh-Hant', 'en')),
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, name)
);
select protect_tenant_table('account', 'select, insert, update');

-- What an account may do, and where: no project means the whole tenant, no community the whole project.
create table role_grant (
  tenant_id integer not null,
  id uuid not null,
  account_id uuid not null,
  role text not null,
  project_id uuid,
  community_code text,
  granted_by uuid,
  granted_at timestamptz not null default now(),
  ended_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references account (tenant_id, id),
  check (community_code is null or project_id is not null)
);
create index role_grant_of_account on role_grant (tenant_id, account_id) where ended_at is null;
select protect_tenant_table('role_grant', 'select, insert, update');

create table session (
  tenant_id integer not null,
  id uuid not null,
  account_id uuid not null,
  token_hash bytea not null,
  device text not null default '',
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, token_hash),
  foreign key (tenant_id, account_id) references account (tenant_id, id)
);
create index session_of_account on session (tenant_id, account_id) where ended_at is null;
select protect_tenant_table('session', 'select, insert, update');

-- Counted for each name that was tried, whether or not it exists, so that the answer tells nothing.
create table sign_in_failure (
  tenant_id integer not null,
  id uuid not null,
  account_name text not null,
  at timestamptz not null default now(),
  primary key (tenant_id, id)
);
create index sign_in_failure_recent on sign_in_failure (tenant_id, account_name, at);
select protect_tenant_table('sign_in_failure', 'select, insert, delete');

-- A write and its first answer; the caller makes the id, a repeat gets this answer.
create table operation (
  tenant_id integer not null,
  id uuid not null,
  account_id uuid not null,
  endpoint text not null,
  input_hash bytea not null,
  answer jsonb not null,
  at timestamptz not null default now(),
  primary key (tenant_id, id)
);
create index operation_by_age on operation (tenant_id, at);
select protect_tenant_table('operation', 'select, insert, delete');

-- The trail: only ever added to. Each tenant has several lanes, so that writers do not queue behind one
-- another; in a lane each entry carries the hash of the one before, and seq has no gaps.
create table trail (
  tenant_id integer not null,
  lane smallint not null,
  seq bigint not null,
  at timestamptz not null,
  account_id uuid,
  entry text not null,
  subject text,
  reason text,
  details text not null,
  operation_id uuid,
  previous bytea not null,
  hash bytea not null,
  primary key (tenant_id, lane, seq)
);
create index trail_by_time on trail (tenant_id, at desc);
create index trail_by_subject on trail (tenant_id, subject, at desc) where subject is not null;
select protect_tenant_table('trail', 'select, insert');
