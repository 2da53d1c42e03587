-- A person may have an account: contacts that were verified, and a password of which only a slow hash is kept.

create table account (
  iin              iin          primary key,
  language         text         not null check (language in ('kk', 'ru', 'en')),  -- of the messages to them
  mail             text         check (length(mail) between 3 and 254),
  mail_since       timestamptz,  -- when it was verified
  phone            text         check (phone ~ '^\+77[0-9]{9}$'),
  phone_since      timestamptz,
  password_hash    text         check (password_hash like '$argon2id$%' and length(password_hash) <= 200),
  password_since   timestamptz,
  made_at          timestamptz  not null,
  constraint mail_has_its_moment      check ((mail is null) = (mail_since is null)),
  constraint phone_has_its_moment     check ((phone is null) = (phone_since is null)),
  constraint password_has_its_moment  check ((password_hash is null) = (password_since is null))
);

-- A code of six digits was sent to somebody. The digits follow from the id and the service's key and are kept nowhere;
-- whom it was sent to and the browser that asked are kept as keyed hashes.
create table one_time_code (
  id          uuid         primary key,
  purpose     text         not null check (purpose in ('registration', 'recovery', 'contact')),
  channel     text         not null check (channel in ('mail', 'sms')),
  target      bytea        not null check (octet_length(target) = 32),
  starter     bytea        not null check (octet_length(starter) = 32),
  sent        boolean      not null,  -- false: there was nobody to send it to, and no digits are right
  tries       smallint     not null default 0 check (tries between 0 and 5),
  made_at     timestamptz  not null,
  expires_at  timestamptz  not null,
  used_at     timestamptz
);
create index one_time_code_of_a_target on one_time_code (target, made_at);
create index one_time_code_of_a_browser on one_time_code (starter, made_at);
create index one_time_code_by_age on one_time_code (made_at);

-- How often somebody guessed. Keys are keyed hashes of a person with a device, or of an address.
create table throttle (
  key       bytea        primary key check (octet_length(key) = 32),
  tries     integer      not null check (tries >= 0),
  since     timestamptz  not null,
  last_at   timestamptz  not null,
  again_at  timestamptz  not null  -- not before
);
create index throttle_by_age on throttle (last_at);

grant select, insert, update (language, mail, mail_since, phone, phone_since, password_hash, password_since) on account to :"service";
grant select, insert, delete, update (tries, used_at) on one_time_code to :"service";
grant select, insert, delete, update (tries, since, last_at, again_at) on throttle to :"service";
