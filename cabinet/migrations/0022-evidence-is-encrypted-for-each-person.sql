-- Evidence is encrypted for each person, so that a lawful erasure is the destruction of one key.

-- A person's key, wrapped by EVIDENCE_KEY. The service adds keys; only the owner of the database wraps them anew or destroys one.
create table person_key (
  iin         iin          primary key,
  id          uuid         not null unique,
  wrapped     bytea        not null check (octet_length(wrapped) = 61),
  wrapped_by  text         not null check (wrapped_by ~ '^[0-9a-f]{16}$'),  -- which of the keys of EVIDENCE_KEY
  made_at     timestamptz  not null
);

-- By which person's key: none for what was kept before, until `otinish evidence seal`. Not a foreign key: what is kept outlives it.
-- The hash is of what is kept, so of the ciphertext.
alter table withdrawal_evidence  add column sealed_by  uuid;

grant select, insert on person_key to :"service";
