-- Evidence has roots: hashes over all of it, each day's with a time stamp, so that none can be changed, or be missing, unnoticed.

-- One tree of hashes. `previous` is of the root before it.
create table evidence_root (
  ordinal   bigint       primary key check (ordinal > 0),
  leaves    integer      not null check (leaves > 0),
  root      bytea        not null check (octet_length(root) = 32),
  previous  bytea        not null unique check (octet_length(previous) = 32),
  made_at   timestamptz  not null
);

-- What is kept of a withdrawal, as one hash: over the bytes in the table, so that it outlives the keys of persons.
create table evidence_leaf (
  registration  text    primary key,
  ordinal       bigint  not null unique,  -- the number in it: the order in the tree
  tree          bigint  not null references evidence_root,
  pieces        text[]  not null,         -- those that it covers
  hash          bytea   not null check (octet_length(hash) = 32)
);

-- The time stamps of a root. Before the certificate behind one ends, the next generation is made over it.
create table evidence_stamp (
  tree         bigint       not null references evidence_root,
  generation   smallint     not null check (generation > 0),
  token        bytea        not null,
  stamped_at   timestamptz  not null,
  authority    text         not null,
  valid_until  timestamptz  not null,
  primary key (tree, generation)
);

-- Whoever holds the lease makes roots and stamps: one at a time.
create table evidence_keeper (
  one         boolean      primary key default true check (one),
  busy_until  timestamptz  not null default '-infinity'
);
insert into evidence_keeper default values;

grant select, insert on evidence_root, evidence_leaf, evidence_stamp to :"service";
grant select, update (busy_until) on evidence_keeper to :"service";
