-- A withdrawal has a receipt and the fund's seals, made soon after the registration.

-- Kept with the rest: the record of the registration, the receipt, and the seals on both.
alter table withdrawal_evidence
  drop constraint withdrawal_evidence_piece_check,
  add constraint withdrawal_evidence_piece_check check (
    piece in ('statement', 'signature', 'certificate', 'report', 'revocation', 'timestamp', 'extended',
              'registration', 'receipt', 'seal'));

-- Which withdrawals wait for theirs: written by the transaction that registers, removed by the one that makes them.
create table evidence_due (
  iin           iin          not null,
  registration  text         not null,
  next_try_at   timestamptz  not null,
  primary key (iin, registration),
  foreign key (iin, registration) references withdrawal (iin, registration)
);
create index evidence_due_next on evidence_due (next_try_at);
insert into evidence_due select iin, registration, registered_at from withdrawal;

grant select, insert, delete, update (next_try_at) on evidence_due to :"service";
