-- Photos of a bulletin as anybody may see them, apart from the evidence they were taken from, which nobody outside may
-- read. The bulletin's record names each by its hash; when a consent is taken back the photo goes and its place stays.
create table published_picture (
  tenant_id integer not null,
  bulletin_id uuid not null,
  sha256 text not null,
  evidence_id uuid not null,
  width integer not null,
  height integer not null,
  bytes bytea not null,
  primary key (tenant_id, bulletin_id, sha256),
  foreign key (tenant_id, bulletin_id) references published_bulletin (tenant_id, id)
);
select protect_tenant_table('published_picture', 'select, insert, delete');
grant select on published_picture to nuanyang_portal;
