-- Statements that wait to be signed, and every signature that was sent, are encrypted as evidence is: for each person.

-- By which person's key: none for what was kept before, until `otinish evidence seal`. The hashes stay those of the plain document and of
-- the signature as it came: a repeat is known by them, and a document with a random id, or a signature, is guessed by nobody.
alter table withdrawal_draft      add column sealed_by  uuid;
alter table withdrawal_signature  add column sealed_by  uuid;
