-- The fund, which was told of what a person disputes, is told too when the person takes it back.

alter table alarm add column disputed text[] not null default '{}';  -- ids of applications of which the fund was told
update alarm set disputed = coalesce((
  select array_agg(distinct o.application::text) from outbox o
    join application a on a.iin = alarm.iin and a.id = o.application
   where o.topic = 'application.disputed'), '{}');
grant update (disputed) on alarm to :"service";

alter table outbox
  drop constraint outbox_topic_check,
  add constraint outbox_topic_check check (
    topic in ('application.withdrawn', 'application.disputed', 'application.dispute-lifted'));
