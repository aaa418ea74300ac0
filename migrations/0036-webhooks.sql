-- Messages to other systems. A message is written in the transaction of what it tells of, and waits until it has arrived.

create table webhook (
  tenant_id integer not null references tenant_directory (tenant_id),
  id uuid not null,
  name text not null,
  address text not null,
  secret_sealed bytea not null,
  kinds text[] not null,
  is_on boolean not null default true,
  -- failures one after another since something last arrived, and when it is tried again
  failures integer not null default 0,
  next_at timestamptz,
  -- one server delivers at a time, and loses that right when it does not come back
  leased_until timestamptz,
  version integer not null default 1,
  made_by uuid not null,
  made_at timestamptz not null default now(),
  ended_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, made_by) references account (tenant_id, id)
);
select protect_tenant_table('webhook', 'select, insert, update');

-- The outbox. No personal details stand here: a kind, ids, when.
create table webhook_message (
  tenant_id integer not null,
  id uuid not null,
  webhook_id uuid not null,
  -- messages of a webhook arrive in this order
  position bigint generated always as identity,
  kind text not null,
  subject text,
  happened_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'arrived', 'refused')),
  attempts integer not null default 0,
  settled_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, webhook_id) references webhook (tenant_id, id)
);
create index webhook_message_waiting on webhook_message (tenant_id, webhook_id, position) where state = 'waiting';
create index webhook_message_of on webhook_message (tenant_id, webhook_id, position);
select protect_tenant_table('webhook_message', 'select, insert, update');

create table webhook_attempt (
  tenant_id integer not null,
  message_id uuid not null,
  attempt integer not null,
  at timestamptz not null,
  ms integer not null,
  -- what the receiver answered; null when it did not, with the reason
  status integer,
  problem text,
  primary key (tenant_id, message_id, attempt),
  foreign key (tenant_id, message_id) references webhook_message (tenant_id, id)
);
select protect_tenant_table('webhook_attempt', 'select, insert');
