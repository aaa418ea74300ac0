-- The services that a record sheet lists: whether it is as issued is asked of just these.
alter table volunteer_sheet add column service_ids uuid[] not null;
