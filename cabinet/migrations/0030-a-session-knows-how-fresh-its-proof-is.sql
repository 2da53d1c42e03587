-- Whoever takes an alarm back has signed after it was raised. A session knows since when what was signed for it was there to be
-- signed; those of before, and those that a signature led to by other steps, do not, and take nothing back.

alter table session add column proved_since timestamptz;
