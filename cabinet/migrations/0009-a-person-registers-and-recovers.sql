-- A person registers, recovers a forgotten password, changes a contact: step by step, in the browser that began.

-- Who identified themselves in order to register, and how far they came. One for each browser, half an hour.
create table registration (
  starter           bytea        primary key check (octet_length(starter) = 32),  -- the browser's secret as a keyed hash
  iin               iin          not null,
  way               text         not null check (way in ('eds', 'egov-mobile')),
  made_at           timestamptz  not null,
  expires_at        timestamptz  not null,
  confirmed_at      timestamptz,  -- «бұл мен»: the name from the state database is theirs
  mail              text,
  phone             text,
  mail_code         uuid,         -- the newest one that was sent there
  sms_code          uuid,
  mail_verified_at  timestamptz,
  sms_verified_at   timestamptz,
  done_at           timestamptz,  -- the account is made
  constraint contacts_come_after_confirming  check ((mail is null and phone is null) or confirmed_at is not null),
  constraint contacts_come_together          check ((mail is null) = (phone is null)),
  constraint verified_is_given               check ((mail_verified_at is null and sms_verified_at is null) or mail is not null),
  constraint done_is_verified                check (done_at is null or (mail_verified_at is not null and sms_verified_at is not null))
);
create index registration_by_age on registration (expires_at);

-- Who asked for a new password. By codes, whatever IIN was typed: whether anybody is registered under it is told to nobody.
create table recovery (
  starter           bytea        primary key check (octet_length(starter) = 32),
  iin               iin          not null,
  way               text         not null check (way in ('eds', 'egov-mobile', 'codes')),
  made_at           timestamptz  not null,
  expires_at        timestamptz  not null,
  mail_code         uuid,
  sms_code          uuid,
  mail_verified_at  timestamptz,
  sms_verified_at   timestamptz,
  done_at           timestamptz,  -- the new password is set
  constraint codes_are_of_the_way  check (way = 'codes' or (mail_code is null and sms_code is null)),
  constraint done_by_both_codes    check (done_at is null or way <> 'codes'
                                       or (mail_verified_at is not null and sms_verified_at is not null))
);
create index recovery_of_a_person on recovery (iin);
create index recovery_by_age on recovery (expires_at);

-- A signed-in person gives a new address, which counts when the code sent to it came back.
create table contact_change (
  starter     bytea        primary key check (octet_length(starter) = 32),
  iin         iin          not null,
  channel     text         not null check (channel in ('mail', 'sms')),
  address     text         not null check (length(address) between 1 and 254),
  code        uuid         not null,
  made_at     timestamptz  not null,
  expires_at  timestamptz  not null
);
create index contact_change_of_a_person on contact_change (iin);
create index contact_change_by_age on contact_change (expires_at);

grant select, insert, delete on registration, recovery, contact_change to :"service";
grant update (confirmed_at, mail, phone, mail_code, sms_code, mail_verified_at, sms_verified_at, done_at)
  on registration to :"service";
grant update (mail_code, sms_code, mail_verified_at, sms_verified_at, done_at) on recovery to :"service";
grant update (code) on contact_change to :"service";
