-- `otinish evidence seal` and an erasure ask for what lies in clear: of tables that may be large, and in the end for nothing at all.
-- A row that is written encrypted is in none of these.

create index withdrawal_evidence_plain   on withdrawal_evidence  (iin, registration, piece, position)   where sealed_by is null;
create index withdrawal_signature_plain  on withdrawal_signature (iin, id)                              where sealed_by is null;
create index withdrawal_draft_plain      on withdrawal_draft     (iin, id)                              where sealed_by is null or facts is not null;
create index withdrawal_named            on withdrawal           (iin, registration)                    where certificate ? 'commonName';
create index paper_plain                 on paper                (iin, code)                            where sealed_by is null;
create index sent_document_plain         on sent_document        (iin, application, kind, version)      where sealed_by is null;
