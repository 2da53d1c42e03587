-- A statement of withdrawal may be signed with eGov Mobile.

-- By which way the signature came.
alter table withdrawal_signature
  drop constraint withdrawal_signature_way_check,
  add constraint withdrawal_signature_way_check check (way in ('page', 'api', 'qr'));

-- An operation of the phone may be for a statement, which names a person: it is for that person alone, and is given to a
-- phone three times at most. Its bytes stay with the draft, once.
alter table qr_operation
  add column draft  uuid      references withdrawal_draft (id),
  add column given  smallint  not null default 0 check (given between 0 and 3),
  add constraint a_statement_is_for_its_person  check (draft is null or expected is not null),
  add constraint a_statement_alone_is_counted   check (draft is not null or given = 0);
create index qr_operation_of_a_draft on qr_operation (draft) where draft is not null;

grant update (given) on qr_operation to :"service";
