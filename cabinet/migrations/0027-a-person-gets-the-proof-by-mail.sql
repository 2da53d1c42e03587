-- A person who asked for it gets the proof of a withdrawal by mail, as files made when they are sent.

-- The number of the withdrawal whose proof goes along. By mail alone, with the message that tells of it.
alter table delivery
  add column attaches text check (attaches ~ '^[1-9][0-9]*-ОЖ$'),
  add constraint attaches_to_a_letter check (attaches is null or (channel = 'mail' and message is not null));
