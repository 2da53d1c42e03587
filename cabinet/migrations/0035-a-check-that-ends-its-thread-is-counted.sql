-- A signature whose check ends its thread is tried once more, and then refused: each try costs everybody a thread.

-- How often that has happened to this one.
alter table withdrawal_signature
  add column checks_ended  smallint  not null default 0 check (checks_ended >= 0);
grant update (checks_ended) on withdrawal_signature to :"service";
