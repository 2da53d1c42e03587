-- A withdrawal can be checked by anybody who has its number and its code.

-- Found by its number alone, so it is not split by the person. The code itself is kept nowhere, and a hash of it as soon as it
-- was given: it stays good when the key that made it is forgotten.
create table registration_directory (
  registration  text         primary key check (registration ~ '^[1-9][0-9]*-ОЖ$'),
  ordinal       bigint       not null unique,  -- the number in it
  iin           iin          not null,
  received_at   timestamptz  not null,
  code          bytea        check (octet_length(code) = 32)
);
create index registration_without_code on registration_directory (ordinal) where code is null;

insert into registration_directory (registration, ordinal, iin, received_at)
  select registration, split_part(registration, '-', 1)::bigint, iin, received_at from withdrawal;

create function registration_added() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into registration_directory (registration, ordinal, iin, received_at)
    values (new.registration, split_part(new.registration, '-', 1)::bigint, new.iin, new.received_at);
  return null;
end
$$;
create trigger registration_added after insert on withdrawal for each row execute function registration_added();

-- A code that was given is never another one.
create function code_is_given_once() returns trigger language plpgsql as $$
begin
  raise exception 'the code of % was given already', old.registration;
end
$$;
create trigger code_is_given_once before update on registration_directory
  for each row when (old.code is not null) execute function code_is_given_once();

revoke all on function registration_added() from public;
revoke all on function code_is_given_once() from public;
grant select, update (code) on registration_directory to :"service";
