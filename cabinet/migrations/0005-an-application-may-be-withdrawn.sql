-- An application may be withdrawn once, by its applicant, with a signature that can be checked for years.

-- A statement made ready to be signed: its bytes are made once.
create table withdrawal_draft (
  id                   uuid            primary key,
  iin                  iin             not null,
  application          application_id  not null,
  application_version  integer         not null,  -- the draft dies when the application changes
  facts                jsonb           not null,
  document             bytea           not null check (octet_length(document) between 1 and 1048576),
  sha256               bytea           not null check (octet_length(sha256) = 32),
  made_at              timestamptz     not null,
  expires_at           timestamptz     not null,
  foreign key (iin, application) references application (iin, id)
);
create index withdrawal_draft_of_an_application on withdrawal_draft (iin, application, made_at desc);

-- Every signature that was sent, also those that were not accepted. What was sent cannot be changed, only decided.
create table withdrawal_signature (
  iin              iin             not null,
  id               uuid            not null,
  draft            uuid            not null references withdrawal_draft (id),
  application      application_id  not null,
  cms              bytea           not null check (octet_length(cms) between 1 and 1048576),
  cms_sha256       bytea           not null check (octet_length(cms_sha256) = 32),
  idempotency_key  text            check (length(idempotency_key) between 1 and 200),
  way              text            not null check (way in ('page', 'api')),
  received_at      timestamptz     not null,
  state            text            not null check (state in ('checking', 'accepted', 'rejected')),
  refusal          text,
  decided_at       timestamptz,
  primary key (iin, id),
  unique (iin, draft, cms_sha256),
  unique (iin, draft, idempotency_key),
  foreign key (iin, application) references application (iin, id),
  constraint decided_has_its_moment  check ((state = 'checking') = (decided_at is null)),
  constraint rejected_has_its_reason check ((state = 'rejected') = (refusal is not null))
) partition by hash (iin);
call split_by_iin('withdrawal_signature');

-- The job that finishes what a crash left asks only for what is not decided, oldest first.
create index withdrawal_signature_undecided on withdrawal_signature (received_at) where state = 'checking';

-- The record of a completed withdrawal. Rows are added, never changed.
create sequence withdrawal_registration_number;
create table withdrawal (
  iin              iin             not null,
  registration     text            not null check (registration ~ '^[1-9][0-9]*-ОЖ$'),
  application      application_id  not null,
  draft            uuid            not null references withdrawal_draft (id),
  signature        uuid            not null,
  method           text            not null check (method in ('eds', 'qr')),
  certificate      jsonb           not null,
  revocation       text            not null check (revocation in ('unchecked', 'good')),
  received_at      timestamptz     not null,  -- decisive against a claim
  registered_at    timestamptz     not null,
  primary key (iin, registration),
  unique (iin, application),                 -- once
  foreign key (iin, application) references application (iin, id),
  foreign key (iin, signature) references withdrawal_signature (iin, id)
) partition by hash (iin);
call split_by_iin('withdrawal');

-- What proves a withdrawal: the document, the signature, the chain, the report. Rows are added, never changed.
create table withdrawal_evidence (
  iin           iin       not null,
  registration  text      not null,
  piece         text      not null check (piece in ('statement', 'signature', 'certificate', 'report')),
  position      smallint  not null,
  media_type    text      not null,
  content       bytea     not null,
  sha256        bytea     not null check (octet_length(sha256) = 32),
  primary key (iin, registration, piece, position),
  foreign key (iin, registration) references withdrawal (iin, registration)
) partition by hash (iin);
call split_by_iin('withdrawal_evidence');

-- What we owe the fund's core, written in the transaction that makes us owe it. A courier gives the positions.
create sequence outbox_id;
create table outbox (
  id            bigint          primary key default nextval('outbox_id'),
  topic         text            not null check (topic in ('application.withdrawn')),
  application   application_id  not null,
  payload       jsonb           not null,
  added_at      timestamptz     not null,
  position      bigint          unique,
  published_at  timestamptz,
  check ((position is null) = (published_at is null))
);
create index outbox_unpublished on outbox (id) where position is null;

grant select, insert on withdrawal_draft, withdrawal, withdrawal_evidence to :"service";
grant select, insert, update (state, refusal, decided_at) on withdrawal_signature to :"service";
grant select, insert, update (position, published_at) on outbox to :"service";
grant usage on sequence withdrawal_registration_number, outbox_id to :"service";
