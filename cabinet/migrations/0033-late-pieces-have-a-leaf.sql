-- What is kept of a withdrawal only after its root was made is put under a later one: a leaf of its own, over what came since.

alter table evidence_leaf
  drop constraint evidence_leaf_pkey,
  drop constraint evidence_leaf_ordinal_key,
  add primary key (registration, tree),
  add unique (tree, ordinal);

-- The job that looks for what came late asks only for these: a receipt comes with everything that can be late.
create index evidence_leaf_without_receipt on evidence_leaf (registration) where not ('receipt 0' = any (pieces));
