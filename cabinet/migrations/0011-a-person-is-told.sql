-- A person is told what happens to their account and applications: in the cabinet, by mail and by SMS.

-- The inbox. What is kept is what happened; the words are made when it is read or sent, in the language of the reader.
create table message (
  iin      iin          not null,
  id       uuid         not null default gen_random_uuid(),
  kind     text         not null check (kind ~ '^[a-z-]{1,40}$'),
  facts    jsonb        not null,
  at       timestamptz  not null,
  read_at  timestamptz,
  primary key (iin, id)
) partition by hash (iin);
call split_by_iin('message');
create index message_by_age on message (iin, at, id);
create index message_unread on message (iin) where read_at is null;

-- What is still to be sent by mail or SMS: a message of the inbox, or a one-time code, whose digits are in no table. Its id goes
-- along, so that whoever gets it twice can tell. What was sent is deleted; what could not be sent stays a while with the reason.
create table delivery (
  id           uuid         primary key default gen_random_uuid(),
  channel      text         not null check (channel in ('mail', 'sms')),
  address      text         not null check (length(address) between 3 and 320),
  language     text         not null check (language in ('kk', 'ru', 'en')),
  iin          iin,
  message      uuid,
  code         uuid,
  until        timestamptz  not null,  -- nobody needs it afterwards
  next_try_at  timestamptz,            -- in the future while somebody is sending it
  tries        integer      not null default 0 check (tries >= 0),
  given_up     text,                   -- why
  given_up_at  timestamptz,
  foreign key (iin, message) references message (iin, id),
  constraint tells_one_thing          check (num_nonnulls(message, code) = 1 and (iin is null) = (message is null)),
  constraint given_up_has_its_reason  check ((given_up is null) = (given_up_at is null)
                                         and (given_up is null) = (next_try_at is not null))
);

-- The job asks only for what is due. Codes first: somebody is waiting for them.
create index delivery_due on delivery ((code is null), next_try_at) where given_up is null;
create index delivery_given_up on delivery (iin, channel, address) where given_up is not null;

grant select, insert, update (read_at) on message to :"service";
grant select, insert, delete, update (next_try_at, tries, given_up, given_up_at) on delivery to :"service";
