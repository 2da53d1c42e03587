-- People are told what does not work, and what will not: planned maintenance, and what was last seen of those outside.

-- Added and cancelled by `otinish maintenance`; the service reads it.
create table maintenance (
  id            bigint       primary key generated always as identity,
  what          text         not null check (what in ('service', 'persons', 'signing', 'phone', 'core', 'messages')),
  begins_at     timestamptz  not null,
  ends_at       timestamptz  not null,
  text_kk       text         check (length(text_kk) between 1 and 300),
  text_ru       text         check (length(text_ru) between 1 and 300),
  text_en       text         check (length(text_en) between 1 and 300),
  made_at       timestamptz  not null,
  cancelled_at  timestamptz,
  constraint ends_after_it_begins    check (ends_at > begins_at and ends_at - begins_at <= interval '7 days'),
  constraint speaks_three_languages  check (num_nonnulls(text_kk, text_ru, text_en) in (0, 3))
);

-- One row for each of those whom the service calls or who call it, shared by all instances. Nobody's data.
create table outside_state (
  name   text         primary key check (name ~ '^[a-z-]{1,40}$'),
  state  text         not null check (state in ('up', 'down')),
  since  timestamptz  not null,  -- it has been so
  at     timestamptz  not null,  -- it was last seen
  constraint was_seen_since  check (at >= since)
);

grant select on maintenance to :"service";
grant select, insert, update (state, since, at) on outside_state to :"service";
