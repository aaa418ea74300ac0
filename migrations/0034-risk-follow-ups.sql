-- How somebody is after a risk protocol was opened: each contact is an entry of its own, and none is changed.
create table risk_follow_up (
  tenant_id integer not null,
  id uuid not null,
  assessment_id uuid not null,
  contacted_on date not null,
  -- null: agreed with the supervisor that none is needed any more
  next_contact_on date,
  -- how they are, whether they are safe, who was told: sealed, bound to (tenant, follow-up)
  content_sealed bytea not null,
  written_by uuid,
  written_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, assessment_id) references risk_protocol (tenant_id, assessment_id) on delete cascade
);
create index risk_follow_up_of on risk_follow_up (tenant_id, assessment_id);
select protect_tenant_table('risk_follow_up', 'select, insert');
