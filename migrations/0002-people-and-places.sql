-- Divisions, organisations of the five parties, persons and what is known of them.

create table division (
  tenant_id integer not null references tenant_directory (tenant_id),
  code text not null check (code ~ '^[0-9]{6}([0-9]{3}([0-9]{3})?)?$'),
  name text not null,
  level text not null check (level in ('district', 'street', 'town', 'community', 'village')),
  parent_code text,
  valid_from date not null,
  valid_to date,
  primary key (tenant_id, code)
);
create index division_by_parent on division (tenant_id, parent_code);
select protect_tenant_table('division', 'select, insert, update');

create table organisation (
  tenant_id integer not null references tenant_directory (tenant_id),
  id uuid not null,
  name text not null,
  party text not null check (party in ('community', 'social_organisation', 'social_worker', 'volunteer', 'charity', 'government')),
  kind text,
  credit_code text,
  phone text,
  division_code text,
  ended_on date,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, name),
  foreign key (tenant_id, division_code) references division (tenant_id, code)
);
select protect_tenant_table('organisation', 'select, insert, update, delete');

create table household (
  tenant_id integer not null,
  id uuid not null,
  number text,
  community_code text not null,
  head_name text,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, community_code) references division (tenant_id, code)
);
create index household_by_number on household (tenant_id, community_code, number);
select protect_tenant_table('household', 'select, insert, update, delete');

create table person (
  tenant_id integer not null references tenant_directory (tenant_id),
  id uuid not null,
  name text not null,
  -- the name in pinyin, without tones: what lists are sorted by
  pinyin text not null,
  sex text not null default 'unknown' check (sex in ('unknown', 'male', 'female')),
  birth_date date,
  birth_date_from text check (birth_date_from in ('number', 'stated')),
  birthday_calendar text not null default 'solar' check (birthday_calendar in ('solar', 'lunar')),
  lunar_month smallint check (lunar_month between 1 and 12),
  lunar_day smallint check (lunar_day between 1 and 30),
  lunar_leap boolean not null default false,
  ethnicity text,
  -- AES-256-GCM, first byte the key's version, bound to (tenant, person, field)
  id_number_sealed bytea,
  -- keyed hash for equality; null when the number is not usable
  id_number_index bytea,
  id_number_state text not null default 'missing'
    check (id_number_state in ('valid', 'unverified', 'damaged', 'disputed', 'missing', 'refused')),
  id_number_tail text,
  phone text,
  phone_tail text,
  other_phone text,
  address text,
  living_with text,
  community_code text,
  household_id uuid,
  deceased_on date,
  merged_into uuid,
  note text,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, community_code) references division (tenant_id, code),
  foreign key (tenant_id, household_id) references household (tenant_id, id),
  foreign key (tenant_id, merged_into) references person (tenant_id, id)
);
create index person_by_number on person (tenant_id, id_number_index) where id_number_index is not null;
create index person_by_community on person (tenant_id, community_code, pinyin) where merged_into is null;
create index person_by_name on person (tenant_id, name);
create index person_by_household on person (tenant_id, household_id);
create index person_merged on person (tenant_id, merged_into) where merged_into is not null;
select protect_tenant_table('person', 'select, insert, update, delete');

-- How a name is found: it, its pinyin and its initials, each from every character or syllable on. A search is a range of
-- this index. Arrays under a GIN index would do the same, but their operators are not leakproof: behind row security
-- the planner may not use such an index, and reads the whole table.
create table person_term (
  tenant_id integer not null,
  term text collate "C" not null,
  person_id uuid not null,
  primary key (tenant_id, term, person_id),
  foreign key (tenant_id, person_id) references person (tenant_id, id) on delete cascade
);
create index person_term_of on person_term (tenant_id, person_id);
select protect_tenant_table('person_term', 'select, insert, update, delete');

-- One person, several parts: elder, carer, volunteer, worker. Staff and volunteers belong to an organisation.
create table person_part (
  tenant_id integer not null,
  id uuid not null,
  person_id uuid not null,
  part text not null check (part in ('elder', 'carer', 'volunteer', 'worker')),
  organisation_id uuid,
  since date,
  until date,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id) on delete cascade,
  foreign key (tenant_id, organisation_id) references organisation (tenant_id, id)
);
create index person_part_of on person_part (tenant_id, person_id);
create index person_part_by_part on person_part (tenant_id, part, person_id);
select protect_tenant_table('person_part', 'select, insert, update, delete');

create table hardship_label (
  tenant_id integer not null,
  id uuid not null,
  person_id uuid not null,
  code text not null,
  -- disability only: 1 the most severe to 4
  grade smallint check (grade between 1 and 4),
  category text,
  basis text,
  source text not null,
  started_on date,
  review_on date,
  ended_on date,
  end_reason text,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id) on delete cascade
);
create index hardship_label_of on hardship_label (tenant_id, person_id);
create index hardship_label_by_code on hardship_label (tenant_id, code, person_id) where ended_on is null;
select protect_tenant_table('hardship_label', 'select, insert, update, delete');

create table contact (
  tenant_id integer not null,
  id uuid not null,
  person_id uuid not null,
  name text not null,
  relation text,
  phone text,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id) on delete cascade
);
create index contact_of on contact (tenant_id, person_id);
select protect_tenant_table('contact', 'select, insert, update, delete');

create table consent (
  tenant_id integer not null,
  id uuid not null,
  person_id uuid not null,
  purpose text not null,
  notice_version text not null,
  given_by text not null,
  capacity text not null check (capacity in ('self', 'guardian', 'relative')),
  method text not null check (method in ('signature', 'fingerprint', 'spoken')),
  witness text,
  given_on date not null,
  withdrawn_on date,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id) on delete cascade
);
create index consent_of on consent (tenant_id, person_id);
select protect_tenant_table('consent', 'select, insert, update');

-- Two files of one person. The merged file stays, pointing to the kept one, so that a merge can be undone.
create table person_merge (
  tenant_id integer not null,
  id uuid not null,
  kept_id uuid not null,
  merged_id uuid not null,
  reason text not null,
  merged_by uuid,
  merged_at timestamptz not null default now(),
  undone_by uuid,
  undone_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, kept_id) references person (tenant_id, id),
  foreign key (tenant_id, merged_id) references person (tenant_id, id)
);
select protect_tenant_table('person_merge', 'select, insert, update, delete');

-- Pairs that a person looked at and said are two people: not shown again.
create table person_distinct (
  tenant_id integer not null,
  first_id uuid not null,
  second_id uuid not null,
  reason text,
  decided_by uuid,
  decided_at timestamptz not null default now(),
  primary key (tenant_id, first_id, second_id),
  foreign key (tenant_id, first_id) references person (tenant_id, id) on delete cascade,
  foreign key (tenant_id, second_id) references person (tenant_id, id) on delete cascade,
  check (first_id < second_id)
);
select protect_tenant_table('person_distinct', 'select, insert, delete');
