-- A person chooses of what they are told by mail and SMS, and what is sent leads to the page that it tells of.

-- {"executed": ["mail", "sms"], …}: the channels of each event that was ever chosen; the others go as they usually do.
alter table account add column choices jsonb not null default '{}'
  constraint choices_are_lists_of_channels check (
    jsonb_typeof(choices) = 'object' and length(choices::text) <= 2000
    and not jsonb_path_exists(choices, 'strict $.* ? (@.type() != "array")')
    and not jsonb_path_exists(choices, '$.*[*] ? (@.type() != "string" || (@ != "mail" && @ != "sms"))'));

-- The end of the address in a letter or an SMS. It is looked for among the messages of whoever is signed in, so that it
-- opens nothing and tells nothing to anybody else. None: nothing leads to this message.
alter table message add column code text check (code ~ '^[0-9a-hjkmnp-tv-z]{13}$');

-- What waits to be told is called back when it is no longer true.
create index delivery_of_message on delivery (iin, message) where message is not null;

grant update (choices) on account to :"service";
