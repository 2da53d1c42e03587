-- What names a person beside their evidence is under the person's key too: the facts of a statement, the applicant of a paper, the
-- documents that the fund sends. What was kept before is in clear until `otinish evidence seal`.

-- The same key as the document: `sealed_by` is of both.
alter table withdrawal_draft
  alter column facts drop not null,
  add column sealed_facts bytea,
  add constraint facts_are_kept_once check (num_nonnulls(facts, sealed_facts) = 1);

-- Of a paper the applicant alone: the rest stands with the application too. `facts` has the rest.
alter table paper
  add column applicant  bytea,
  add column sealed_by  uuid,
  add constraint applicant_has_its_key check ((applicant is null) = (sealed_by is null));

-- The fingerprint of an encrypted one is keyed: it ends with the key. Encryption adds 29 octets.
alter table sent_document
  add column sealed_by  uuid,
  drop constraint sent_document_content_check,
  add constraint sent_document_content_check check (octet_length(content) between 1 and 5242880 + 29);
