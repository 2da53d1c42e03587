-- The promises of rows that were there before 0038. Lists are read meanwhile; whoever writes waits. The locks wait for all that were
-- writing when the functions of 0038 came, and are taken in the order in which everybody takes them.

lock table application, application_deadline in share row exclusive mode;

update list_row row set promise = deadline.promised_on
  from application_deadline deadline
  join application on application.iin = deadline.iin and application.id = deadline.application
 where deadline.iin = row.iin and deadline.application = row.application and row.position < 2
   and shown_status(application.state) = 'accepted';

create index list_row_promised on list_row (iin, promise) where promise is not null;
