-- The fund's core is known by its keys, and what it repeats is recognised.

create table core_key (
  name        text         primary key check (name ~ '^[A-Za-z0-9._-]{1,60}$'),
  hash        bytea        not null unique check (octet_length(hash) = 32),
  scopes      text[]       not null check (scopes <@ array['intake', 'execution', 'status']),
  made_at     timestamptz  not null,
  revoked_at  timestamptz
);

-- The core repeats an event until we answer; its id makes the repeat harmless.
create table processed_status_event (
  id            uuid            primary key,
  application   application_id  not null,
  digest        bytea           not null,
  processed_at  timestamptz     not null
);

grant select on core_key to :"service";
grant select, insert on processed_status_event to :"service";
