-- Figures frozen for a purpose. The app's role may add and read them, and nothing else: no right to change or delete is
-- granted, and each carries the hash of the one before it in its tenant.

create table frozen_set (
  tenant_id integer not null references tenant_directory (tenant_id),
  id uuid not null,
  project_id uuid not null,
  purpose text not null check (purpose in ('bulletin', 'monthly', 'midterm', 'closing', 'other', 'correction')),
  title text not null,
  -- what was asked for, in canonical form
  scope text not null,
  -- the moment that all its figures were counted at
  as_of timestamptz not null,
  by_account uuid not null,
  first_seq bigint not null,
  last_seq bigint not null,
  primary key (tenant_id, id),
  unique (tenant_id, first_seq),
  foreign key (tenant_id, project_id) references project (tenant_id, id)
);
create index frozen_set_of_project on frozen_set (tenant_id, project_id, as_of desc);
select protect_tenant_table('frozen_set', 'select, insert');

-- What figures were counted from, in canonical form, by its own hash: persons and households as keyed pseudonyms.
create table frozen_members (
  tenant_id integer not null references tenant_directory (tenant_id),
  sha256 text not null,
  members text not null,
  primary key (tenant_id, sha256)
);
select protect_tenant_table('frozen_members', 'select, insert');

-- body is the figure, in canonical form; every other column repeats a part of it or is made from it.
create table frozen_figure (
  tenant_id integer not null references tenant_directory (tenant_id),
  id uuid not null,
  seq bigint not null,
  set_id uuid not null,
  project_id uuid not null,
  measure text not null,
  -- the cell of a breakdown, in canonical form; {} is the whole of what the set asked for
  at text not null,
  members_sha256 text,
  corrects uuid,
  body text not null,
  hash text not null,
  primary key (tenant_id, id),
  unique (tenant_id, seq),
  unique (tenant_id, corrects),
  foreign key (tenant_id, set_id) references frozen_set (tenant_id, id),
  foreign key (tenant_id, project_id) references project (tenant_id, id),
  foreign key (tenant_id, members_sha256) references frozen_members (tenant_id, sha256),
  foreign key (tenant_id, corrects) references frozen_figure (tenant_id, id)
);
create index frozen_figure_of_set on frozen_figure (tenant_id, set_id, seq);
select protect_tenant_table('frozen_figure', 'select, insert');
