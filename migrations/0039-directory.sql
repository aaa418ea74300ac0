-- What a resource's giver agreed to have published, as it was published: Open Referral HSDS 3. Nothing of persons.
create table published_resource (
  tenant_id integer not null,
  resource_id uuid not null,
  project_id uuid not null,
  -- HSDS 3, a service with all that belongs to it
  body jsonb not null,
  -- the last day on which it is shown
  valid_until date,
  resource_version integer not null,
  agreed_by text not null,
  agreed_on date not null,
  published_by uuid not null,
  published_at timestamptz not null default now(),
  primary key (tenant_id, resource_id),
  foreign key (tenant_id, resource_id) references resource (tenant_id, id) on delete cascade,
  foreign key (tenant_id, project_id) references project (tenant_id, id) on delete cascade
);
select protect_tenant_table('published_resource', 'select, insert, update, delete');
-- The public pages read the body; who agreed and who published is not theirs.
grant select (tenant_id, resource_id, body, valid_until) on published_resource to nuanyang_portal;
