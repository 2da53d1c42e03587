-- A deadline knows the calendar that it was counted with, and every calendar is kept, so that any deadline can be explained.

-- The newest version counts. Versions are the days on which they were compiled; a second one of the same day ends in .2
create table calendar_version (
  version      text         collate "C" primary key check (version ~ '^\d{4}-\d{2}-\d{2}(\.[2-9])?$'),
  content      jsonb        not null,  -- the file as it was imported
  imported_at  timestamptz  not null,
  imported_by  text         check (length(imported_by) between 2 and 22),
  approved_by  text         check (length(approved_by) between 2 and 22),
  note         text         check (length(note) between 1 and 400),
  constraint two_persons_agree  check ((imported_by is null) = (approved_by is null) and imported_by <> approved_by)
);

insert into calendar_version (version, content, imported_at, note)
  select substring(content ->> 'generatedFrom' from '\d{4}-\d{2}-\d{2}'), content, now(), 'entered with the table'
    from (values (:'file ../data/kz-calendar-2021-2027.json'::jsonb)) as file (content);

-- How far all applications have been gone through with a calendar. Whoever goes on holds the row: one at a time. A newer
-- calendar ends it. The first one gives their deadlines to the applications that are there already.
create table calendar_recount (
  version      text            primary key references calendar_version (version),
  reached_iin  iin,
  reached_id   application_id,
  gained       integer         not null default 0,  -- had none, and have one now
  earlier      integer         not null default 0,
  later        integer         not null default 0,  -- would move: the promise stays
  same         integer         not null default 0,
  finished_at  timestamptz,
  constraint reached_a_place  check ((reached_iin is null) = (reached_id is null))
);
insert into calendar_recount (version) select version from calendar_version;

-- Until when the fund must act. There is no row where no term is set, or where it ends past the calendar.
create table application_deadline (
  iin               iin             not null,
  application       application_id  not null,
  due_on            date            not null,  -- by calendar_version
  promised_on       date            not null,  -- what the person is told: never later because of a newer calendar
  calendar_version  text            not null references calendar_version (version),
  promised_version  text            not null references calendar_version (version),  -- explains promised_on
  counted_at        timestamptz     not null,  -- when promised_on became what it is
  recounted_at      timestamptz,               -- with a newer calendar than at first
  moved_from        date,                      -- what was promised before, when a newer calendar moved it
  moved_version     text            references calendar_version (version),
  sequence          integer         not null default 0,  -- rises whenever promised_on changes
  primary key (iin, application),
  foreign key (iin, application) references application (iin, id),
  constraint kept_or_as_counted  check (promised_on <= due_on),
  constraint moved_to_earlier    check (moved_from > promised_on and (moved_from is null) = (moved_version is null))
) partition by hash (iin);
call split_by_iin('application_deadline');

grant select on calendar_version, calendar_recount to :"service";
grant update (reached_iin, reached_id, gained, earlier, later, same, finished_at) on calendar_recount to :"service";
grant select, insert, update, delete on application_deadline to :"service";
