-- The acts are chained: a line that is changed, removed, put in or moved afterwards is found. `otinish audit verify` recomputes it.

-- The chain. Each hash covers the one before, its own place, and the line's bytes.
create table audit_link (
  ordinal  bigint  primary key check (ordinal > 0),
  line     bigint  not null unique references audit_event (position),
  hash     bytea   not null check (octet_length(hash) = 32)
);

-- Whoever seals holds this row: one at a time. An advisory lock could be taken, and sealing stopped, by any role that may only read.
create table audit_sealer (
  one  boolean  primary key default true check (one)
);
insert into audit_sealer default values;

-- A line that cannot be put into bytes would stop the sealer for good, with all lines after it.
alter table audit_event
  add constraint audit_event_has_a_moment check (at between '0001-01-01 00:00:00+00' and '9999-12-31 23:59:59.999999+00'),
  add constraint audit_event_is_short     check (length(actor) <= 60 and length(request) <= 60);

-- Lines that are not in the chain yet. Positions are given before a transaction commits, so they do not say who comes next;
-- what has not committed is not seen here, and joins a later batch.
create table audit_unsealed (
  position  bigint  primary key
);
insert into audit_unsealed select position from audit_event;

create function audit_line_added() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into audit_unsealed (position) values (new.position);
  return null;
end
$$;
create trigger audit_line_added after insert on audit_event for each row execute function audit_line_added();

-- A value with its length before it, so that nothing can move from one column into the next; no value is the length -1.
create function audit_value(value text) returns bytea language sql immutable
  return case when value is null then int4send(-1)
              else int4send(octet_length(convert_to(value, 'UTF8'))) || convert_to(value, 'UTF8') end;

-- What is hashed. Another column of audit_event needs another first byte, from that line on; here and in audit/chain.ts.
create function audit_bytes(line audit_event) returns bytea language sql stable
  return '\x01'::bytea
      || audit_value(line.position::text)
      || audit_value((extract(epoch from line.at) * 1000000)::bigint::text)
      || audit_value(line.act)
      || audit_value(line.actor_kind)
      || audit_value(line.actor)
      || audit_value(line.iin)
      || audit_value(line.application)
      || audit_value(line.outcome)
      || audit_value(line.request);

-- Links up to `most` lines; answers how many, and the end of the chain. One sealer at a time: another one does nothing.
create function seal_audit(most integer, out sealed integer, out last bigint, out head bytea)
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  line audit_event;
begin
  sealed := 0;
  perform from audit_sealer for update skip locked;
  if not found then return; end if;
  select ordinal, hash into last, head from audit_link order by ordinal desc limit 1;
  last := coalesce(last, 0);
  head := coalesce(head, decode(repeat('00', 32), 'hex'));
  for line in
    with taken as (
      delete from audit_unsealed where position in (select position from audit_unsealed order by position limit most)
      returning position)
    select event.* from audit_event event join taken using (position) order by event.position
  loop
    sealed := sealed + 1;
    last := last + 1;
    head := sha256(head || int8send(last) || audit_bytes(line));
    insert into audit_link (ordinal, line, hash) values (last, line.position, head);
  end loop;
end
$$;

-- The service adds lines and has them sealed. What stands in the chain is not its to write; nor are positions.
revoke all on function audit_line_added(), audit_value(text), audit_bytes(audit_event), seal_audit(integer) from public;
grant execute on function seal_audit(integer) to :"service";
grant select on audit_link, audit_unsealed to :"service";
revoke insert on audit_event from :"service";
grant insert (at, act, actor_kind, actor, iin, application, outcome, request) on audit_event to :"service";
