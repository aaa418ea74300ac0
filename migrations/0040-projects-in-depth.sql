-- A project's money, duties, risks and changes: who signed what over which voucher, what is due when, what was asked and
-- decided.

alter table expense
  add column payee text,
  add column paid_by text check (paid_by in ('transfer', 'card', 'cash')),
  -- whoever wrote it down here; null: it came with an import
  add column recorded_by uuid,
  -- voided: it stays to be seen and counts nowhere
  add column voided_at timestamptz,
  add column voided_by uuid,
  add column voided_reason text,
  add column version integer not null default 1,
  add check ((voided_at is null) = (voided_reason is null));

-- Handled, verified, approved: three accounts, which the keys see to. What was signed is kept: once the expense says
-- something else, the signature no longer stands. An import whose expenses were signed is not undone: nothing cascades.
create table expense_signature (
  tenant_id integer not null,
  expense_id uuid not null,
  part text not null check (part in ('handled', 'verified', 'approved')),
  account_id uuid not null,
  signed_at timestamptz not null default now(),
  signed text not null,
  primary key (tenant_id, expense_id, part),
  unique (tenant_id, expense_id, account_id),
  foreign key (tenant_id, expense_id) references expense (tenant_id, id),
  foreign key (tenant_id, account_id) references account (tenant_id, id)
);
select protect_tenant_table('expense_signature', 'select, insert, delete');

-- A picture or a document that shows it: a voucher of an expense, what was handed in for a duty. Sealed, bound to
-- (tenant, file).
create table project_file (
  tenant_id integer not null,
  id uuid not null,
  project_id uuid not null,
  expense_id uuid,
  duty_key text,
  file_name text not null,
  media_type text not null,
  sha256 text not null,
  bytes bigint not null,
  sealed bytea not null,
  added_by uuid not null,
  added_at timestamptz not null default now(),
  removed_at timestamptz,
  removed_reason text,
  primary key (tenant_id, id),
  foreign key (tenant_id, project_id) references project (tenant_id, id),
  foreign key (tenant_id, expense_id) references expense (tenant_id, id),
  check (num_nonnulls(expense_id, duty_key) = 1),
  check ((removed_at is null) = (removed_reason is null))
);
create index project_file_of_expense on project_file (tenant_id, expense_id) where expense_id is not null;
create index project_file_of_duty on project_file (tenant_id, project_id, duty_key) where duty_key is not null;
select protect_tenant_table('project_file', 'select, insert, update');

-- What happened to an expense, a duty, a risk: what stood before, by whom, and why.
create table project_step (
  tenant_id integer not null,
  id uuid not null,
  project_id uuid not null,
  about text not null check (about in ('expense', 'duty', 'risk')),
  about_key text not null,
  step text not null,
  earlier jsonb,
  reason text,
  taken_by uuid not null,
  taken_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, id),
  foreign key (tenant_id, project_id) references project (tenant_id, id)
);
create index project_step_of on project_step (tenant_id, project_id, about, about_key, taken_at);
select protect_tenant_table('project_step', 'select, insert');

-- By which rules a project's duties are reckoned. No row: reports by the month, and not known whether a charity.
create table project_course (
  tenant_id integer not null,
  project_id uuid not null,
  reports text not null check (reports in ('monthly', 'quarterly', 'none')),
  report_days integer not null check (report_days between 1 and 60),
  -- none: orders on charities do not bind the agency; raising: it may raise money in public
  charity text check (charity in ('none', 'charity', 'raising')),
  version integer not null,
  primary key (tenant_id, project_id),
  foreign key (tenant_id, project_id) references project (tenant_id, id)
);
select protect_tenant_table('project_course', 'select, insert, update');

-- What became of a duty that follows from the period, by its key, or a duty of the project's own (own/…), which has a
-- title and a day.
create table project_duty (
  tenant_id integer not null,
  project_id uuid not null,
  key text not null,
  title text,
  -- a day of its own instead of the reckoned one
  due_on date,
  done_on date,
  done_by uuid,
  note text,
  dismissed_reason text,
  version integer not null default 1,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, project_id, key),
  foreign key (tenant_id, project_id) references project (tenant_id, id),
  check (key not like 'own/%' or (title is not null and due_on is not null)),
  check (done_on is null or dismissed_reason is null)
);
select protect_tenant_table('project_duty', 'select, insert, update');

create table project_risk (
  tenant_id integer not null,
  id uuid not null,
  project_id uuid not null,
  title text not null,
  likelihood integer not null check (likelihood between 1 and 3),
  impact integer not null check (impact between 1 and 3),
  measure text not null,
  owner text not null,
  state text not null check (state in ('open', 'happened', 'closed')),
  recorded_by uuid not null,
  recorded_on date not null,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, project_id) references project (tenant_id, id)
);
create index project_risk_of on project_risk (tenant_id, project_id, state);
select protect_tenant_table('project_risk', 'select, insert, update');

-- A change of what was agreed: asked by one, decided by another, and only then in force. `earlier`: what stood before it
-- took effect. Another change takes it back.
create table project_change (
  tenant_id integer not null,
  id uuid not null,
  project_id uuid not null,
  number integer not null,
  what jsonb not null,
  earlier jsonb,
  reason text not null,
  state text not null check (state in ('asked', 'approved', 'refused', 'withdrawn')),
  reverses_id uuid,
  asked_by uuid not null,
  asked_at timestamptz not null default now(),
  decided_by uuid,
  decided_at timestamptz,
  decided_reason text,
  -- the letter or the minutes in which the funder agreed
  basis text,
  version integer not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, project_id, number),
  foreign key (tenant_id, project_id) references project (tenant_id, id),
  foreign key (tenant_id, reverses_id) references project_change (tenant_id, id),
  check ((state in ('approved', 'refused')) = (decided_by is not null)),
  check (decided_by is null or decided_by <> asked_by)
);
create unique index project_change_reversed_once on project_change (tenant_id, reverses_id) where state in ('asked', 'approved') and reverses_id is not null;
select protect_tenant_table('project_change', 'select, insert, update');
