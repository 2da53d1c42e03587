-- A signature whose certificate cannot be checked just now is held, tried again, and given back in the end.

-- While it is undecided: when it is to be tried next (in the future while somebody is trying it), how often it was taken up,
-- since when nobody waits for it at the other end, and until when it is tried. The last is promised to the person at receipt.
alter table withdrawal_signature
  add column next_try_at  timestamptz,
  add column tries        integer      not null default 0 check (tries >= 0),
  add column held_at      timestamptz,
  add column give_up_at   timestamptz;
update withdrawal_signature
   set give_up_at = received_at + interval '24 hours', next_try_at = case when state = 'checking' then received_at end;
alter table withdrawal_signature
  alter column give_up_at set not null,
  add constraint given_up_after_receipt      check (give_up_at >= received_at),
  add constraint undecided_has_its_next_try  check ((state = 'checking') = (next_try_at is not null));

-- The job asks only for what is not decided and due, the longest due first.
drop index withdrawal_signature_undecided;
create index withdrawal_signature_due on withdrawal_signature (next_try_at) where state = 'checking';

-- By what the certificate was found not revoked, and for which moment; and the time stamp over the signature.
-- What was registered before revocation was checked says neither.
alter table withdrawal
  add column revocation_source  text         check (revocation_source in ('ocsp', 'crl')),
  add column revocation_at      timestamptz,
  add column stamped_at         timestamptz,
  add column stamp_authority    text,
  add constraint good_has_its_proof    check ((revocation = 'good') = (revocation_source is not null)
                                          and (revocation_source is null) = (revocation_at is null)),
  add constraint stamp_has_its_author  check ((stamped_at is null) = (stamp_authority is null));

-- Kept too: the answer about revocation, the time stamp, and the signature with both beside it.
alter table withdrawal_evidence
  drop constraint withdrawal_evidence_piece_check,
  add constraint withdrawal_evidence_piece_check check (
    piece in ('statement', 'signature', 'certificate', 'report', 'revocation', 'timestamp', 'extended'));

grant update (next_try_at, tries, held_at) on withdrawal_signature to :"service";
