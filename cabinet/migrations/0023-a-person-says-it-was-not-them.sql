-- A person says that it was not them: whoever acts in their name is stopped, until the person has proved who they are.

-- The codes of the addresses to which alerts lead, as keyed hashes: a copy of this table opens nothing.
create table alert_code (
  code        bytea        primary key check (octet_length(code) = 32),
  iin         iin          not null,
  message     uuid         not null,
  expires_at  timestamptz  not null,
  used_at     timestamptz,
  foreign key (iin, message) references message (iin, id)
);
create index alert_code_by_age on alert_code (expires_at);

-- Who has said so and has not taken it back. While the row is there nothing is drawn up in their name.
create table alarm (
  iin        iin          primary key,
  raised_at  timestamptz  not null
);

-- No signature under it counts any more.
alter table withdrawal_draft add column stopped_at timestamptz;

-- The fund is told of it too.
alter table outbox
  drop constraint outbox_topic_check,
  add constraint outbox_topic_check check (topic in ('application.withdrawn', 'application.disputed'));

grant select, insert, delete, update (used_at) on alert_code to :"service";
grant select, insert, delete, update (raised_at) on alarm to :"service";
grant update (stopped_at) on withdrawal_draft to :"service";
