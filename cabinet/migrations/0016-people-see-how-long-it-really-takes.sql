-- People see how long applications really take: figures of each kind over the last days, computed now and then.

-- What was decided in some days is found without looking at the rest; what is open is not in here.
create index application_closed on application (closed_on) include (kind, received_at) where closed_on is not null;

-- Whole counts, for the service alone: what is published of them, and what is too few persons, is decided when it is shown.
create table kind_statistics (
  kind               text         primary key,
  since              date         not null,
  until              date         not null,
  computed_at        timestamptz  not null,
  cases              integer      not null check (cases > 0),
  half_days          integer      not null,  -- at least half took so many days or fewer …
  half_cases         integer      not null,  -- … and so many they were
  nine_tenths_days   integer      not null,
  nine_tenths_cases  integer      not null,
  in_time            integer      check (in_time between 0 and cases),  -- null where no term is set
  check (half_cases <= nine_tenths_cases and nine_tenths_cases <= cases)
);

-- Whoever computes takes this row: one at a time, and not again within the hour.
create table statistics_round (
  one       boolean      primary key default true check (one),
  begun_at  timestamptz  not null default '-infinity'
);
insert into statistics_round default values;

grant select, insert, delete on kind_statistics to :"service";
grant select, update (begun_at) on statistics_round to :"service";
