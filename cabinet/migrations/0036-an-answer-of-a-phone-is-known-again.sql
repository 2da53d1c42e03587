-- What a phone sends again is what it sent before, also when the code has run out meanwhile: it counts as of its first arrival.

-- Signatures that arrived while their code was good, by the hash of `qr_operation.answer`, each with the moment. Gone with the code.
create table qr_answer (
  operation   bytea        not null references qr_operation (id) on delete cascade,
  answer      bytea        not null check (octet_length(answer) = 32),
  arrived_at  timestamptz  not null,
  primary key (operation, answer)
);

grant select, insert on qr_answer to :"service";
