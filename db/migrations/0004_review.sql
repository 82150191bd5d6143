-- Files received, by the SHA-256 of their bytes. The bytes themselves stand in the store of files.
create table document_file (
  agency text not null,
  sha256 text not null,
  name text not null,
  format text not null,
  pages integer,
  size integer not null,
  post text not null,
  person text not null,
  revision integer not null,
  primary key (agency, sha256)
) strict;

-- What was read from a file, until an officer has checked it and after.
create table proposal (
  agency text not null,
  sha256 text not null,
  plan text not null,
  title text not null,
  -- How many candidates had to be decided when it was read.
  candidates integer not null,
  reading text not null,
  revision integer not null,
  primary key (agency, sha256)
) strict;

-- Every step of the review, one after the other: never changed, never taken out.
create table review_act (
  agency text not null,
  sha256 text not null,
  seq integer not null,
  act text not null,
  post text not null,
  person text not null,
  revision integer not null,
  primary key (agency, sha256, seq)
) strict;

create index document_file_revision on document_file (revision);
create index proposal_plan on proposal (agency, plan);
create index proposal_revision on proposal (revision);
create index review_act_revision on review_act (revision);
