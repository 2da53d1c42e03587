-- An application has one owner and one state, and its states follow one path.

create domain iin            as text check (value ~ '^[0-9]{12}$');
create domain application_id as text check (value ~ '^[A-Za-z0-9._-]{1,40}$');

-- Tables of a person's things are split by the person, so that they can be spread over machines as they are.
create procedure split_by_iin(name text) language plpgsql as $$
begin
  for i in 0..7 loop
    execute format('create table %I partition of %I for values with (modulus 8, remainder %s)', name || '_' || i, name, i);
  end loop;
end $$;

-- Whose an application is. The printed number is unique within its series only; the id of the core is unique.
create table application_directory (
  id      application_id  primary key,
  iin     iin             not null,
  series  text            not null check (series ~ '^[a-z0-9-]{1,40}$'),
  number  text            not null check (length(number) between 1 and 40),
  unique (series, number)
);

create table application (
  iin                    iin             not null,
  id                     application_id  not null,
  series                 text            not null,
  number                 text            not null,
  number_key             text            not null,  -- the number as it is searched: one alphabet, no punctuation
  kind                   text            not null,
  contract_types         text[]          not null,
  filed_on               date            not null,
  received_at            timestamptz     not null,
  counterparty           jsonb,                     -- {kk, ru, en}
  amount                 numeric(18, 2)  check (amount >= 0),
  purpose                text,
  operator_release       text            check (operator_release in ('yes', 'no', 'unknown')),
  state                  text            not null
    check (state in ('accepted', 'executing', 'withdrawing', 'executed', 'refused', 'withdrawn', 'unclear')),
  version                integer         not null,  -- rises with every change that a statement must not outlive
  changed_at             timestamptz     not null,
  synced_at              timestamptz     not null,  -- when the core last spoke of it
  intake_digest          bytea           not null,  -- of what the core last sent: a repeat changes nothing
  claim                  text,                      -- by which the core executes or executed it
  claimed_at             timestamptz,
  closed_on              date,
  refusal                jsonb,                     -- {code, text, next, appealUntil}
  signature              uuid,                      -- the one being checked
  signature_received_at  timestamptz,
  registration           text,
  withdrawn_at           timestamptz,
  primary key (iin, id),
  constraint executing_needs_a_claim  check (state <> 'executing' or claim is not null),
  constraint claim_has_its_moment     check ((claim is null) = (claimed_at is null)),
  constraint closed_has_its_day       check ((state in ('executed', 'refused')) = (closed_on is not null)),
  constraint refused_has_its_reason   check ((state = 'refused') = (refusal is not null)),
  constraint withdrawing_is_signed    check ((state = 'withdrawing') = (signature is not null)
                                         and (signature is null) = (signature_received_at is null)),
  constraint withdrawn_is_registered  check ((state = 'withdrawn') = (registration is not null)
                                         and (registration is null) = (withdrawn_at is null))
) partition by hash (iin);
call split_by_iin('application');

-- The database keeps the promise of the rules: a final state is final, and claim and withdrawal exclude each other.
create function keep_to_the_path() returns trigger language plpgsql as $$
begin
  if (old.state, new.state) not in (
    ('accepted', 'executing'), ('accepted', 'withdrawing'), ('accepted', 'executed'), ('accepted', 'refused'), ('accepted', 'unclear'),
    ('unclear', 'accepted'), ('unclear', 'executed'), ('unclear', 'refused'),
    ('executing', 'accepted'), ('executing', 'executed'), ('executing', 'refused'),
    ('withdrawing', 'accepted'), ('withdrawing', 'withdrawn')
  ) then
    raise exception 'an application that is % cannot become %', old.state, new.state using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger keep_to_the_path before update on application
  for each row when (old.state is distinct from new.state) execute function keep_to_the_path();

-- An application is carried out in one or several operations; the list shows a row for each.
create table operation (
  iin            iin             not null,
  application    application_id  not null,
  position       smallint        not null check (position > 0),
  done_on        date            not null,
  amount         numeric(18, 2)  check (amount >= 0),
  contract_type  text            not null check (contract_type in ('mandatory', 'occupational', 'voluntary', 'employer')),
  status         text            not null check (status in ('accepted', 'executed', 'refused', 'withdrawn', 'unclear')),
  primary key (iin, application, position),
  foreign key (iin, application) references application (iin, id)
) partition by hash (iin);
call split_by_iin('operation');

-- What happened to an application, in the order in which we learned it. Lines are added, never changed.
create sequence timeline_event_position;
create table timeline_event (
  iin          iin             not null,
  application  application_id  not null,
  position     bigint          not null default nextval('timeline_event_position'),
  at           timestamptz     not null,
  date_only    boolean         not null,
  event        text            not null,
  actor_kind   text            not null check (actor_kind in ('person', 'fund', 'operator', 'system')),
  actor_name   jsonb,
  primary key (iin, application, position),
  foreign key (iin, application) references application (iin, id)
) partition by hash (iin);
call split_by_iin('timeline_event');

grant select, insert on application_directory, application, timeline_event to :"service";
grant update (
  contract_types, filed_on, received_at, counterparty, amount, purpose, operator_release, state, version, changed_at,
  synced_at, intake_digest, claim, claimed_at, closed_on, refusal, signature, signature_received_at, registration, withdrawn_at
) on application to :"service";
grant select, insert, update, delete on operation to :"service";
grant usage on sequence timeline_event_position to :"service";
