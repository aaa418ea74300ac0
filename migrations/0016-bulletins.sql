-- Bulletins on their way, and what was published of them. What the public may read has tables of its own: nothing else is
-- ever needed to show it.

create table bulletin (
  tenant_id integer not null references tenant_directory (tenant_id),
  id uuid not null,
  project_id uuid not null,
  -- the first edition's id; a correction is the next edition
  series_id uuid not null,
  edition integer not null default 1 check (edition >= 1),
  state text not null check (state in ('draft', 'submitted', 'approved', 'published', 'withdrawn')),
  -- title, blocks and kept numbers, as JSON
  content jsonb not null,
  -- everybody who wrote some of it: none of them may approve it
  editors uuid[] not null default '{}',
  submitted_by uuid,
  approved_by uuid,
  published_by uuid,
  published_at timestamptz,
  -- why it was sent back, withdrawn, or what this edition corrects
  reason text,
  hash text,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, series_id, edition),
  foreign key (tenant_id, project_id) references project (tenant_id, id)
);
create index bulletin_of_project on bulletin (tenant_id, project_id, changed_at desc);
select protect_tenant_table('bulletin', 'select, insert, update');

create table link_host (
  tenant_id integer not null references tenant_directory (tenant_id),
  host text not null,
  added_by uuid,
  added_at timestamptz not null default now(),
  primary key (tenant_id, host)
);
select protect_tenant_table('link_host', 'select, insert, delete');

-- body is the bulletin in canonical form, hash is over it. Never changed: what became of it is a notice.
create table published_bulletin (
  tenant_id integer not null references tenant_directory (tenant_id),
  id uuid not null,
  series_id uuid not null,
  edition integer not null,
  title text not null,
  body text not null,
  hash text not null,
  published_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, series_id, edition)
);
create index published_bulletin_by_time on published_bulletin (tenant_id, published_at desc);
select protect_tenant_table('published_bulletin', 'select, insert');

create table published_notice (
  tenant_id integer not null,
  bulletin_id uuid not null,
  kind text not null check (kind in ('corrected', 'withdrawn')),
  reason text not null,
  successor_id uuid,
  at timestamptz not null default now(),
  primary key (tenant_id, bulletin_id, kind),
  foreign key (tenant_id, bulletin_id) references published_bulletin (tenant_id, id),
  foreign key (tenant_id, successor_id) references published_bulletin (tenant_id, id)
);
select protect_tenant_table('published_notice', 'select, insert');

-- A frozen figure that anybody may read: the same text and hash; its members are a number and a hash in it.
create table published_figure (
  tenant_id integer not null references tenant_directory (tenant_id),
  id uuid not null,
  -- the figure that this one corrects
  corrects uuid,
  body text not null,
  hash text not null,
  published_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, corrects) references published_figure (tenant_id, id)
);
create index published_figure_by_hash on published_figure (tenant_id, hash);
create index published_figure_corrects on published_figure (tenant_id, corrects) where corrects is not null;
select protect_tenant_table('published_figure', 'select, insert');

create table published_bulletin_figure (
  tenant_id integer not null,
  bulletin_id uuid not null,
  figure_id uuid not null,
  position integer not null,
  primary key (tenant_id, bulletin_id, figure_id),
  foreign key (tenant_id, bulletin_id) references published_bulletin (tenant_id, id),
  foreign key (tenant_id, figure_id) references published_figure (tenant_id, id)
);
select protect_tenant_table('published_bulletin_figure', 'select, insert');
