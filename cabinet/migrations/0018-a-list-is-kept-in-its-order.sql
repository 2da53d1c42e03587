-- A list is kept in its order and counted, so that it is as quick for ten thousand rows as for one.

-- A row of a person's list: an application, or one of its operations when there are several. Whoever changes either changes
-- this in the same transaction, by the triggers below; nobody else writes it.
create table list_row (
  iin          iin             not null,
  application  application_id  not null,
  position     smallint        not null,  -- of the operation; 0 for the application itself
  day          date            not null,
  received_at  timestamptz     not null,
  kind         text            not null,
  status       text            not null,  -- as it is shown
  appeal_until date,                      -- of an application that was refused
  primary key (application, iin, position)  -- in this order, so that rows of a person are always read by the index below
) partition by hash (iin);
call split_by_iin('list_row');
create index list_row_in_order on list_row (iin, day, received_at, application, position);
create index list_row_by_status_and_kind on list_row (iin, status, kind, day, received_at, application, position);
create index list_row_appealable on list_row (iin, appeal_until) where appeal_until is not null;

-- Numbers are searched by how they begin.
create index application_by_number on application (iin, number_key collate "C");

-- How many rows a person has: in all (three empty words), of a month ('2025-11'), of a status and kind.
create table list_count (
  iin     iin      not null,
  month   text     not null,
  status  text     not null,
  kind    text     not null,
  rows    integer  not null,
  primary key (iin, month, status, kind)
) partition by hash (iin);
call split_by_iin('list_count');

-- What a person sees of a state.
create function shown_status(state text) returns text language sql immutable
  return case when state in ('executing', 'withdrawing') then 'accepted' else state end;

-- What the list has to say. A single operation is the application itself.
create view list_row_derived as
  select a.iin, a.id as application, coalesce(o.position, 0)::smallint as position, coalesce(o.done_on, a.filed_on) as day,
         a.received_at, a.kind, coalesce(o.status, shown_status(a.state)) as status,
         (a.refusal ->> 'appealUntil')::date as appeal_until
    from application a
    left join operation o on o.iin = a.iin and o.application = a.id
     and exists (select from operation other
                  where other.iin = o.iin and other.application = o.application and other.position <> o.position);

create view list_count_derived as
  select iin, counted.month, counted.status, counted.kind, count(*)::integer as rows
    from list_row,
         lateral (values ('', '', ''), (to_char(day, 'YYYY-MM'), '', ''), ('', status, kind)) counted (month, status, kind)
   group by 1, 2, 3, 4;

insert into list_row select * from list_row_derived;
insert into list_count select * from list_count_derived;

-- Brings the rows of one application, and what is counted, to what they have to be. The caller holds the application, so
-- nobody else does the same now. Of the counts the total comes first, also when it stays as it was: whoever holds it goes on,
-- others of the same person wait for it and hold no other count, so no two can wait for each other.
create function keep_list(of_iin iin, of_application application_id) returns void
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  with was as (
    select * from list_row where iin = of_iin and application = of_application
  ),
  now as (
    select * from list_row_derived where iin = of_iin and application = of_application
  ),
  removed as (
    delete from list_row
     where iin = of_iin and application = of_application and position not in (select position from now)
  ),
  written as (
    insert into list_row as row select * from now
    on conflict (iin, application, position) do update
       set (day, received_at, kind, status, appeal_until)
         = (excluded.day, excluded.received_at, excluded.kind, excluded.status, excluded.appeal_until)
     where (row.day, row.received_at, row.kind, row.status, row.appeal_until)
           is distinct from (excluded.day, excluded.received_at, excluded.kind, excluded.status, excluded.appeal_until)
  ),
  change as (
    select month, counted.status, counted.kind, sum(n)::integer as n
      from (select -1 as n, day, status, kind from was union all select 1, day, status, kind from now) row,
           lateral (values ('', '', ''), (to_char(day, 'YYYY-MM'), '', ''), ('', row.status, row.kind)) counted (month, status, kind)
     group by 1, 2, 3
  )
  insert into list_count as count (iin, month, status, kind, rows)
  select of_iin, month, status, kind, n from change
   where n <> 0 or month || status || kind = ''
   order by month, status, kind
  on conflict (iin, month, status, kind) do update set rows = count.rows + excluded.rows;
end
$$;

create function application_listed() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op <> 'INSERT' then perform keep_list(old.iin, old.id); end if;
  if tg_op <> 'DELETE' and (tg_op = 'INSERT' or (old.iin, old.id) <> (new.iin, new.id)) then
    perform keep_list(new.iin, new.id);
  end if;
  return null;
end
$$;

create trigger application_listed after insert or delete on application
  for each row execute function application_listed();
create trigger application_listed_anew after update on application
  for each row when (
    (old.iin, old.id, old.filed_on, old.received_at, old.kind, old.refusal, shown_status(old.state))
    is distinct from
    (new.iin, new.id, new.filed_on, new.received_at, new.kind, new.refusal, shown_status(new.state))
  ) execute function application_listed();

-- Many operations come in one statement: each application is done once. It is held meanwhile, as the core's intake does anyway.
create function operation_listed() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  touched record;
begin
  for touched in select distinct iin, application from changed order by 1, 2 loop
    perform from application where iin = touched.iin and id = touched.application for no key update;
    perform keep_list(touched.iin, touched.application);
  end loop;
  return null;
end
$$;

create trigger operation_listed after insert on operation
  referencing new table as changed for each statement execute function operation_listed();
create trigger operation_listed_anew after update on operation
  referencing new table as changed for each statement execute function operation_listed();
create trigger operation_listed_before after update on operation
  referencing old table as changed for each statement execute function operation_listed();
create trigger operation_unlisted after delete on operation
  referencing old table as changed for each statement execute function operation_listed();

revoke all on function shown_status(text), keep_list(iin, application_id), application_listed(), operation_listed() from public;
grant execute on function shown_status(text) to :"service";
grant select on list_row, list_count to :"service";

-- Until when the fund's data are known: when the core last told us something that we took.
create index audit_event_of_the_core on audit_event (at) where act = 'core-call' and outcome like '% 20_';

-- Signatures that did not count, of which the person is reminded.
create index withdrawal_signature_not_counted on withdrawal_signature (iin, application, received_at)
  where state = 'rejected' and held_at is not null;
