-- Every act leaves a line that the service can add and read but not change.

create sequence audit_event_position;
create table audit_event (
  position     bigint       primary key default nextval('audit_event_position'),
  at           timestamptz  not null,
  act          text         not null check (length(act) between 1 and 60),
  actor_kind   text         not null check (actor_kind in ('person', 'core', 'system')),
  actor        text,                  -- the name of the core's key; a person is told by iin
  iin          iin,                   -- whose things were touched
  application  application_id,
  outcome      text         not null check (length(outcome) between 1 and 60),
  request      text                   -- the id of the request, to find it in the log
);
create index audit_event_of_a_person on audit_event (iin, position) where iin is not null;

grant select, insert on audit_event to :"service";
grant usage on sequence audit_event_position to :"service";
