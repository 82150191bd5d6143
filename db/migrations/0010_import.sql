-- Map files that came in for a register. See src/features/registers/store/imports.ts.
-- What was handed over, by whom and how it was to be read: never changed.
create table import_file (
  agency text not null,
  -- Made of the bytes, the register and the options: the same file asked for in the same way is the same import.
  id text not null,
  register text not null,
  -- Of the one file; of several that belong together over the list of their digests.
  sha256 text not null,
  name text not null,
  size integer not null,
  -- JSON: name and SHA-256 of each part.
  files text not null,
  -- JSON: what the person chose.
  options text not null,
  post text not null,
  person text not null,
  revision integer not null,
  primary key (agency, id)
) strict;

-- What was done with it: taken, accepted in part, refused, taken back. Stands in the commit that did it.
create table import_act (
  agency text not null,
  file text not null,
  seq integer not null,
  act text not null check (act in ('take', 'accept', 'refuse', 'undo', 'mend')),
  -- JSON
  body text not null,
  revision integer not null,
  primary key (agency, file, seq)
) strict;

-- How files of one shape are read, by the name that a person gave: the newest of a name holds.
create table import_mapping (
  agency text not null,
  name text not null,
  register text not null,
  fingerprint text not null,
  -- JSON
  mapping text not null,
  revision integer not null,
  primary key (agency, name, revision)
) strict;

-- Where the work on a file stands. Not under the audit: it can be made again from the bytes.
create table import_work (
  agency text not null,
  id text not null,
  register text not null,
  -- The last number given to a step: steps are done once, whatever dies under them.
  seq integer not null,
  state text not null check (state in ('waiting', 'review', 'taken', 'refused', 'undone', 'failed')),
  -- Whose keys its entries have; null until it is read.
  source text,
  -- JSON
  mapping text,
  summary text,
  -- SHA-256 of what was read of it, in the store of files.
  reading text,
  -- The revision that the difference was made against.
  seen integer,
  created text not null,
  primary key (agency, id)
) strict;

create table import_issue (
  agency text not null,
  file text not null,
  seq integer not null,
  code text not null,
  -- JSON
  body text not null,
  -- The revision that mended it.
  mended integer,
  primary key (agency, file, seq)
) strict;

-- Where a file differs from the record, until somebody has decided.
create table import_change (
  agency text not null,
  file text not null,
  entry text not null,
  kind text not null check (kind in ('new', 'changed', 'gone')),
  label text not null,
  -- JSON: fields that differ.
  fields text not null,
  decision text check (decision in ('accepted', 'refused')),
  primary key (agency, file, entry)
) strict;

create index import_file_revision on import_file (revision);
create index import_act_revision on import_act (revision);
create index import_mapping_revision on import_mapping (revision);
create index import_work_register on import_work (agency, register, created);
create index import_issue_code on import_issue (agency, file, code, seq);
create index import_change_kind on import_change (agency, file, kind, label, entry);
