-- A paper that is made here carries a code by which anybody can check it: what it said, and whether that still stands.

create sequence certificate_number;

-- Found by its code alone, so it is not split by the person. The code itself is kept nowhere.
create table paper (
  code         bytea           primary key check (octet_length(code) = 32),  -- a hash of it
  iin          iin             not null,
  application  application_id  not null,
  kind         text            not null check (kind in ('receipt', 'application', 'certificate')),
  facts        json            not null,  -- to the letter: the same facts make the same paper and the same code
  issued_at    timestamptz     not null,
  valid_until  timestamptz,               -- a certificate is not checked for ever
  constraint certificate_runs_out  check ((kind = 'certificate') = (valid_until is not null))
);
create index paper_of_an_application on paper (iin, application, issued_at);

grant select, insert on paper to :"service";
grant usage on sequence certificate_number to :"service";

-- Whoever checks a paper reads something of a person's: a line that the person sees.
alter table audit_event drop constraint audit_event_actor_kind_check;
alter table audit_event add constraint audit_event_actor_kind_check
  check (actor_kind in ('person', 'core', 'system', 'anybody'));
