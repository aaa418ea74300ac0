-- The service that an expense was made for: an event, a clinic day, a hand-out. A service is not gone while one names it.
alter table expense add column service_id uuid;
alter table expense add constraint expense_service_fk foreign key (tenant_id, service_id) references service (tenant_id, id);
create index expense_of_service on expense (tenant_id, service_id) where service_id is not null;
