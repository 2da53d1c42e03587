-- The fund sends documents of an application: a receipt, the application as filed. Every version is kept; the newest is shown.

create table sent_document (
  iin          iin             not null,
  application  application_id  not null,
  kind         text            not null check (kind in ('receipt', 'application')),
  version      smallint        not null check (version > 0),
  content      bytea           not null check (octet_length(content) between 1 and 5242880),
  sha256       bytea           not null check (octet_length(sha256) = 32),
  received_at  timestamptz     not null,
  primary key (iin, application, kind, version),
  foreign key (iin, application) references application (iin, id)
) partition by hash (iin);
alter table sent_document alter column content set storage external;  -- a PDF is compressed already
call split_by_iin('sent_document');

grant select, insert on sent_document to :"service";
