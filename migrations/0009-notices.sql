-- What somebody is told of within the product: to one account, once for one matter. No sensitive text stands here: the
-- words say what to do, the subject is where it is done.
create table notice (
  tenant_id integer not null,
  id uuid not null,
  account_id uuid not null,
  project_id uuid,
  -- person:<id>, service:<id>, or an address of the office
  subject text,
  code text not null,
  -- {zh, en} with {name}s for the values
  words jsonb not null,
  given jsonb not null default '{}',
  urgency text not null check (urgency in ('now', 'soon', 'calm')),
  due_on date,
  -- one matter: a second notice of it to the same account is not made
  matter text not null,
  made_at timestamptz not null default now(),
  read_at timestamptz,
  done_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, account_id, matter),
  foreign key (tenant_id, account_id) references account (tenant_id, id)
);
create index notice_of_account on notice (tenant_id, account_id, made_at desc);
create index notice_of_matter on notice (tenant_id, matter);
select protect_tenant_table('notice', 'select, insert, update');
