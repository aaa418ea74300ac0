-- Referrals: to whom somebody was handed on, with what, by whose consent, and what came of it.

-- A partner's account speaks for one organisation and sees what was sent to it, nothing else.
alter table role_grant add column organisation_id uuid;
alter table role_grant add foreign key (tenant_id, organisation_id) references organisation (tenant_id, id);

create table referral (
  tenant_id integer not null,
  id uuid not null,
  project_id uuid not null,
  community_code text,
  person_id uuid not null,
  recorded_person_id uuid not null,
  -- who is asked to take over
  organisation_id uuid not null,
  receiver text,
  receiver_phone text,
  -- what it came out of, when it came out of a case or a service
  case_id uuid,
  service_id uuid,
  state text not null check (state in ('draft', 'sent', 'accepted', 'refused', 'done', 'withdrawn')),
  -- why, what was done so far, what is needed, papers enclosed: AES-256-GCM, bound to (tenant, referral, field)
  content_sealed bytea not null,
  -- the fields of the person's file that are handed over; their values are copied when it is sent
  handed_fields text[] not null,
  handed_sealed bytea,
  consent_id uuid,
  due_on date,
  sent_on date,
  sent_by uuid,
  answered_on date,
  answered_by text,
  -- the partner itself, or the office for a partner who telephoned
  answered_via text check (answered_via in ('partner', 'office')),
  answer_sealed bytea,
  ended_on date,
  outcome_sealed bytea,
  written_by uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, project_id) references project (tenant_id, id),
  foreign key (tenant_id, community_code) references division (tenant_id, code),
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  foreign key (tenant_id, recorded_person_id) references person (tenant_id, id),
  foreign key (tenant_id, organisation_id) references organisation (tenant_id, id),
  foreign key (tenant_id, case_id) references case_file (tenant_id, id),
  foreign key (tenant_id, service_id) references service (tenant_id, id),
  foreign key (tenant_id, consent_id) references consent (tenant_id, id)
);
create index referral_of_project on referral (tenant_id, project_id, state, due_on);
create index referral_of_person on referral (tenant_id, person_id);
create index referral_of_recorded on referral (tenant_id, recorded_person_id);
create index referral_to_organisation on referral (tenant_id, organisation_id, state);
select protect_tenant_table('referral', 'select, insert, update');

-- Each step of a referral, with the state before it: what an undo goes back to.
create table referral_step (
  tenant_id integer not null,
  id uuid not null,
  referral_id uuid not null,
  step text not null check (step in ('written', 'changed', 'consented', 'sent', 'accepted', 'refused', 'done', 'withdrawn', 'undone')),
  state_before text,
  note_sealed bytea,
  made_by uuid,
  made_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, referral_id) references referral (tenant_id, id) on delete cascade
);
create index referral_step_of on referral_step (tenant_id, referral_id, id);
select protect_tenant_table('referral_step', 'select, insert');
