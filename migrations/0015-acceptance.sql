-- Acceptance packs as they were handed over, and the templates that an agency uses instead of ours.

create table acceptance_pack (
  tenant_id integer not null,
  id uuid not null,
  project_id uuid not null,
  day date not null,
  -- whether persons are named in it
  named boolean not null,
  files integer not null,
  bytes bigint not null,
  sha256 text not null,
  manifest_sha256 text not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, project_id) references project (tenant_id, id)
);
create index acceptance_pack_of_project on acceptance_pack (tenant_id, project_id, made_at);
select protect_tenant_table('acceptance_pack', 'select, insert');

-- The zip in pieces, sealed as evidence is: it holds what evidence holds.
create table acceptance_pack_piece (
  tenant_id integer not null,
  pack_id uuid not null,
  position integer not null,
  sealed bytea not null,
  primary key (tenant_id, pack_id, position),
  foreign key (tenant_id, pack_id) references acceptance_pack (tenant_id, id) on delete cascade
);
select protect_tenant_table('acceptance_pack_piece', 'select, insert');

create table report_template (
  tenant_id integer not null,
  id uuid not null,
  name text not null,
  format text not null check (format in ('word', 'excel')),
  content bytea not null,
  sha256 text not null,
  bytes integer not null,
  added_by uuid not null,
  added_at timestamptz not null,
  removed_at timestamptz,
  removed_reason text,
  primary key (tenant_id, id)
);
select protect_tenant_table('report_template', 'select, insert, update');
