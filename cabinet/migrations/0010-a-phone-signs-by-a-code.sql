-- A person signs with eGov Mobile: the page shows a code, the phone reads it, asks what to sign and sends the signature.

-- The id in the code and the browser's secret are kept as keyed hashes: a copy of this table opens nothing. What came of an
-- operation may change once: from waiting over scanned to one of the ends, and from signed to completed; back to signed only
-- when nothing could follow just then.
create table qr_operation (
  id            bytea        primary key check (octet_length(id) = 32),
  starter       bytea        not null check (octet_length(starter) = 32),
  purpose       text         not null check (purpose ~ '^[a-z][a-z-]{0,39}$'),
  language      text         not null check (language in ('kk', 'ru', 'en')),  -- of the page
  confirmation  smallint     not null check (confirmation between 10 and 99),  -- shown on the page and on the phone
  next          text         check (length(next) <= 500),                      -- a path of ours to go on to
  expected      iin,                                                           -- who has to sign; anyone when there is none
  state         text         not null default 'waiting'
    check (state in ('waiting', 'scanned', 'signed', 'declined', 'cancelled', 'failed', 'completed')),
  same_device   boolean      not null default false,                           -- begun by the link on the phone itself
  made_at       timestamptz  not null,
  expires_at    timestamptz  not null,
  scanned_at    timestamptz,
  ended_at      timestamptz,                                                   -- signed, declined, cancelled or failed
  completed_at  timestamptz,
  answer        bytea        check (octet_length(answer) = 32),                -- SHA-256 of the signatures that decided
  problem       text,                                                          -- why not, or why not yet
  signer        iin,
  constraint signed_has_a_signer    check ((state in ('signed', 'completed')) = (signer is not null)),
  constraint signed_by_the_expected check (signer = expected),                -- null, so true, when nobody is expected
  constraint signed_is_answered     check (signer is null or answer is not null),
  constraint failed_says_why        check (state <> 'failed' or (problem is not null and answer is not null)),
  constraint ended_says_when        check ((state in ('waiting', 'scanned')) = (ended_at is null)),
  constraint completed_says_when    check ((state = 'completed') = (completed_at is not null)),
  constraint it_runs_out            check (expires_at > made_at)
);
create index qr_operation_by_age on qr_operation (expires_at);

-- What the phone is given to sign, byte for byte, and what it shows beside.
create table qr_document (
  operation  bytea  not null references qr_operation (id) on delete cascade,
  id         int    not null check (id > 0),
  title      jsonb  not null,
  meta       jsonb  not null,
  mime       text   not null check (mime in ('text/plain', 'application/pdf')),
  bytes      bytea  not null,
  primary key (operation, id)
);

grant select, insert, delete,
  update (state, same_device, scanned_at, ended_at, completed_at, answer, problem, signer)
  on qr_operation to :"service";
grant select, insert on qr_document to :"service";
