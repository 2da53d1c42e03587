-- There are three ways to sign in; a person sees their own sessions and devices and can end them.

alter table session
  drop constraint session_signed_in_by_check,
  add constraint session_signed_in_by_check check (signed_in_by in ('eds', 'password', 'egov-mobile'));

-- A browser that a person has signed in with. Its secret is a cookie, kept as a keyed hash; several persons may share it.
create table device (
  id             uuid         primary key default gen_random_uuid(),
  iin            iin          not null references person (iin),
  secret         bytea        not null check (octet_length(secret) = 32),
  label          text         not null check (length(label) between 1 and 80),  -- 'Chrome, Windows'
  first_seen_at  timestamptz  not null,
  last_seen_at   timestamptz  not null,
  unique (iin, secret)
);

alter table session
  add column key     uuid  not null default gen_random_uuid() unique,  -- names it to its own person; it opens nothing
  add column device  uuid  references device (id) on delete set null;
create index session_of_a_device on session (device);
grant update (id) on session to :"service";  -- a new id at a change of privilege

grant select, insert, delete, update (label, last_seen_at, secret) on device to :"service";

-- What a challenge is for: a signature under the text of one is no good for another.
alter table sign_in_challenge
  add column purpose text not null default 'sign-in'
    check (purpose in ('sign-in', 'registration', 'recovery', 'rehearsal'));
