-- Pictures and documents of a service: in two sizes, described, with the consent of whoever can be recognised.
-- What is removed stays for thirty days, so that a mistake can be taken back.

alter table evidence
  add column version integer not null default 1,
  add column file_name text,
  add column width integer,
  add column height integer,
  add column thumbnail_sealed bytea,
  -- null: nobody has looked yet
  add column faces text check (faces in ('none', 'recognisable')),
  -- whoever can be recognised is among the consents
  add column consent_covers_all boolean not null default false,
  add column publishable boolean not null default false,
  add column added_by uuid,
  add column added_at timestamptz not null default now(),
  add column removed_at timestamptz,
  add column removed_by uuid,
  add column removed_reason text;
alter table evidence add constraint evidence_published_with_consent check (
  not publishable
  or (kind = 'photo' and removed_at is null and faces is not null and (faces = 'none' or consent_covers_all))
);
grant update on evidence to nuanyang_app;

-- Who agreed to be shown, how and when. Whoever has no file is named in words.
create table evidence_consent (
  tenant_id integer not null,
  id uuid not null,
  evidence_id uuid not null,
  person_id uuid,
  recorded_person_id uuid,
  named text,
  method text not null check (method in ('signed', 'fingerprint', 'recorded', 'witnessed', 'guardian')),
  given_on date not null,
  withdrawn_on date,
  primary key (tenant_id, id),
  foreign key (tenant_id, evidence_id) references evidence (tenant_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  foreign key (tenant_id, recorded_person_id) references person (tenant_id, id),
  check ((person_id is null) <> (named is null)),
  check ((person_id is null) = (recorded_person_id is null)),
  check (withdrawn_on is null or withdrawn_on >= given_on)
);
create index evidence_consent_of_evidence on evidence_consent (tenant_id, evidence_id);
create index evidence_consent_of_person on evidence_consent (tenant_id, person_id) where person_id is not null;
create index evidence_consent_of_recorded on evidence_consent (tenant_id, recorded_person_id) where recorded_person_id is not null;
select protect_tenant_table('evidence_consent', 'select, insert, update, delete');
