-- Which case's plan has the goal that a need is worked on by: the plan's links are set anew with each version of it.
alter table need_goal add column case_id uuid;
alter table need_goal add foreign key (tenant_id, case_id) references case_file (tenant_id, id) on delete cascade;
create index need_goal_of_case on need_goal (tenant_id, case_id);
