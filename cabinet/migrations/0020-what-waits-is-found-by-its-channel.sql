-- Mail and SMS have couriers of their own: what waits for one is found though a hundred thousand wait for the other.
-- By this order the next one is read from the index also before the table was ever analysed.
drop index delivery_due;
create index delivery_due on delivery (channel, (code is null), next_try_at) where given_up is null;
