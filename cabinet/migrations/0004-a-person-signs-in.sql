-- A person signs in with a signature under a text that is used once.

-- What the state database said of a person, and when.
create table person (
  iin         iin          primary key,
  surname     text         not null,
  name        text         not null,
  patronymic  text,
  birth_date  date         not null,
  sic         text,
  standing    text         not null check (standing in ('capable', 'incapable', 'deceased')),
  as_of       timestamptz  not null
);

-- Ids of challenges, starters and sessions are kept as keyed hashes: a copy of these tables opens nothing.
create table sign_in_challenge (
  id          bytea        primary key check (octet_length(id) = 32),
  starter     bytea        not null check (octet_length(starter) = 32),
  text        text         not null,
  made_at     timestamptz  not null,
  expires_at  timestamptz  not null,
  used_at     timestamptz
);
create index sign_in_challenge_by_age on sign_in_challenge (expires_at);

create table session (
  id            bytea        primary key check (octet_length(id) = 32),
  iin           iin          not null references person (iin),
  signed_in_by  text         not null check (signed_in_by in ('eds')),
  since         timestamptz  not null,
  seen_at       timestamptz  not null,
  ends_at       timestamptz  not null  -- the absolute end
);
create index session_of_a_person on session (iin);
create index session_by_age on session (ends_at);

grant select, insert, update on person to :"service";
grant select, insert, delete, update (used_at) on sign_in_challenge to :"service";
grant select, insert, delete, update (seen_at) on session to :"service";
