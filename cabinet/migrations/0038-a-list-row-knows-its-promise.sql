-- A row of the list knows until when the fund has promised to act, so that what is overdue is found at once, however many kinds
-- a person has and however much of each is under way. This file takes no time; 0039 fills the rows that are there.

alter table list_row add column promise date;  -- of the first row of an application under way, when it has a term

create or replace view list_row_derived as
  select a.iin, a.id as application, coalesce(o.position, 0)::smallint as position, coalesce(o.done_on, a.filed_on) as day,
         a.received_at, a.kind, coalesce(o.status, shown_status(a.state)) as status,
         (a.refusal ->> 'appealUntil')::date as appeal_until,
         case when shown_status(a.state) = 'accepted' and coalesce(o.position, 0) < 2 then d.promised_on end as promise
    from application a
    left join operation o on o.iin = a.iin and o.application = a.id
     and exists (select from operation other
                  where other.iin = o.iin and other.application = o.application and other.position <> o.position)
    left join application_deadline d on d.iin = a.iin and d.application = a.id;

create or replace function keep_list(of_iin iin, of_application application_id) returns void
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
       set (day, received_at, kind, status, appeal_until, promise)
         = (excluded.day, excluded.received_at, excluded.kind, excluded.status, excluded.appeal_until, excluded.promise)
     where (row.day, row.received_at, row.kind, row.status, row.appeal_until, row.promise)
           is distinct from
           (excluded.day, excluded.received_at, excluded.kind, excluded.status, excluded.appeal_until, excluded.promise)
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

-- Whoever keeps a deadline holds its application. No count depends on it, so none is held: a recount goes through many persons.
create function deadline_listed() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
  of_iin iin := case tg_op when 'DELETE' then old.iin else new.iin end;
  of_application application_id := case tg_op when 'DELETE' then old.application else new.application end;
  promised date := case tg_op when 'DELETE' then null else new.promised_on end;
begin
  update list_row set promise = promised
   where iin = of_iin and application = of_application and position < 2 and promise is distinct from promised
     and exists (select from application
                  where iin = of_iin and id = of_application and shown_status(state) = 'accepted');
  return null;
end
$$;

create trigger deadline_listed after insert or delete on application_deadline
  for each row execute function deadline_listed();
create trigger deadline_listed_anew after update on application_deadline
  for each row when (old.promised_on <> new.promised_on) execute function deadline_listed();

revoke all on function deadline_listed() from public;
