CREATE TABLE document_file (
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

CREATE INDEX document_file_revision on document_file (revision);

CREATE TABLE entry (
  agency text not null,
  kind text not null,
  id text not null,
  source text not null,
  source_key text not null,
  revision integer not null,
  primary key (agency, kind, id)
) strict;

CREATE INDEX entry_revision on entry (revision, agency, kind, id);

CREATE INDEX entry_source on entry (agency, kind, source, source_key);

CREATE VIRTUAL TABLE entry_box using rtree(
  place, min_x, max_x, min_y, max_y, kind_min, kind_max,
  +agency text, +kind text, +id text, +revision_from integer, +valid_from text
);

CREATE TABLE entry_version (
  agency text not null,
  kind text not null,
  id text not null,
  valid_from text not null,
  valid_to text,
  revision_from integer not null,
  revision_to integer,
  disclosure text not null check (disclosure in ('public', 'internal', 'restricted')),
  released_by text,
  stage text not null check (stage in ('existing', 'planned')),
  status text,
  accuracy real,
  source text not null,
  label text not null,
  geometry blob,
  min_x real,
  min_y real,
  max_x real,
  max_y real,
  properties text not null,
  search text not null,
  primary key (agency, kind, id, revision_from, valid_from),
  check (valid_to > valid_from),
  check (revision_to > revision_from),
  -- Nothing is public that no document released.
  check (disclosure <> 'public' or released_by is not null),
  check ((geometry is null) = (min_x is null and min_y is null and max_x is null and max_y is null)),
  check (min_x <= max_x and min_y <= max_y)
) strict;

CREATE TRIGGER entry_box_delete after delete on entry_version when old.min_x is not null
begin
  delete from entry_box where place in (
    select place from entry_box
    where min_x <= old.min_x and max_x >= old.max_x and min_y <= old.min_y and max_y >= old.max_y
      and agency = old.agency and kind = old.kind and id = old.id
      and revision_from = old.revision_from and valid_from = old.valid_from
  );
end;

CREATE TRIGGER entry_box_insert after insert on entry_version when new.min_x is not null
begin
  insert into entry_box (min_x, max_x, min_y, max_y, kind_min, kind_max, agency, kind, id, revision_from, valid_from)
  select new.min_x, new.max_x, new.min_y, new.max_y, n, n, new.agency, new.kind, new.id, new.revision_from, new.valid_from
  from (select unicode(new.kind) * 65536 + unicode(substr(new.kind, -1)) * 256 + unicode(substr(new.kind, length(new.kind) / 2)) as n);
end;

CREATE INDEX entry_version_current on entry_version (agency, kind, id, valid_from) where revision_to is null;

CREATE INDEX entry_version_from on entry_version (revision_from, agency, kind, id, valid_from);

CREATE TRIGGER entry_version_no_overlap_insert before insert on entry_version
when new.revision_to is null and exists (
  select 1 from entry_version as other
  where other.agency = new.agency and other.kind = new.kind and other.id = new.id and other.revision_to is null
    and (new.valid_to is null or other.valid_from < new.valid_to)
    and (other.valid_to is null or new.valid_from < other.valid_to)
)
begin
  select raise(abort, 'entry_version: two current versions overlap');
end;

CREATE TRIGGER entry_version_no_overlap_update before update on entry_version
when new.revision_to is null and exists (
  select 1 from entry_version as other
  where other.agency = new.agency and other.kind = new.kind and other.id = new.id and other.revision_to is null
    and other.rowid <> old.rowid
    and (new.valid_to is null or other.valid_from < new.valid_to)
    and (other.valid_to is null or new.valid_from < other.valid_to)
)
begin
  select raise(abort, 'entry_version: two current versions overlap');
end;

CREATE INDEX entry_version_restricted on entry_version (agency, kind, id)
  where revision_to is null and disclosure = 'restricted';

CREATE TRIGGER entry_version_stays before update of agency, kind, id, valid_from, revision_from, geometry, min_x, min_y, max_x, max_y
on entry_version
begin
  select raise(abort, 'entry_version: a version is closed, never changed');
end;

CREATE INDEX entry_version_to on entry_version (revision_to, agency, kind, id, revision_from, valid_from)
  where revision_to is not null;

CREATE TABLE fact_version (
  agency text not null,
  kind text not null,
  id text not null,
  valid_from text not null,
  valid_to text,
  revision_from integer not null,
  revision_to integer,
  body text not null,
  primary key (agency, kind, id, revision_from, valid_from),
  check (valid_to > valid_from),
  check (revision_to > revision_from)
) strict;

CREATE INDEX fact_version_current on fact_version (agency, kind, id, valid_from) where revision_to is null;

CREATE INDEX fact_version_from on fact_version (revision_from, agency, kind, id, valid_from);

CREATE TRIGGER fact_version_no_overlap_insert before insert on fact_version
when new.revision_to is null and exists (
  select 1 from fact_version as other
  where other.agency = new.agency and other.kind = new.kind and other.id = new.id and other.revision_to is null
    and (new.valid_to is null or other.valid_from < new.valid_to)
    and (other.valid_to is null or new.valid_from < other.valid_to)
)
begin
  select raise(abort, 'fact_version: two current versions overlap');
end;

CREATE TRIGGER fact_version_no_overlap_update before update on fact_version
when new.revision_to is null and exists (
  select 1 from fact_version as other
  where other.agency = new.agency and other.kind = new.kind and other.id = new.id and other.revision_to is null
    and other.rowid <> old.rowid
    and (new.valid_to is null or other.valid_from < new.valid_to)
    and (other.valid_to is null or new.valid_from < other.valid_to)
)
begin
  select raise(abort, 'fact_version: two current versions overlap');
end;

CREATE INDEX fact_version_to on fact_version (revision_to, agency, kind, id, revision_from, valid_from)
  where revision_to is not null;

CREATE TABLE import_act (
  agency text not null,
  file text not null,
  seq integer not null,
  act text not null check (act in ('take', 'accept', 'refuse', 'undo', 'mend')),
  -- JSON
  body text not null,
  revision integer not null,
  primary key (agency, file, seq)
) strict;

CREATE INDEX import_act_revision on import_act (revision);

CREATE TABLE import_change (
  agency text not null,
  file text not null,
  entry text not null,
  kind text not null check (kind in ('new', 'changed', 'gone')),
  label text not null,
  -- JSON: fields that differ.
  fields text not null,
  decision text check (decision in ('accepted', 'refused')), hand text,
  primary key (agency, file, entry)
) strict;

CREATE INDEX import_change_kind on import_change (agency, file, kind, label, entry);

CREATE TABLE import_file (
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

CREATE INDEX import_file_revision on import_file (revision);

CREATE TABLE import_issue (
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

CREATE INDEX import_issue_code on import_issue (agency, file, code, seq);

CREATE TABLE import_mapping (
  agency text not null,
  name text not null,
  register text not null,
  fingerprint text not null,
  -- JSON
  mapping text not null,
  revision integer not null,
  primary key (agency, name, revision)
) strict;

CREATE INDEX import_mapping_revision on import_mapping (revision);

CREATE TABLE import_work (
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

CREATE INDEX import_work_register on import_work (agency, register, created);

CREATE TABLE job (
  agency text not null,
  id text not null,
  kind text not null,
  post text not null,
  person text not null,
  -- JSON
  input text not null,
  state text not null check (state in ('waiting', 'running', 'done', 'failed')),
  attempts integer not null,
  created text not null,
  ended text,
  done integer not null,
  total integer,
  message text not null,
  -- JSON: what it gave, or the code and values of the fault.
  result text,
  fault text,
  primary key (agency, id)
) strict;

CREATE INDEX job_waiting on job (created, agency, id) where state = 'waiting';

CREATE TABLE migration (number integer primary key, name text not null, digest text not null);

CREATE TABLE personal_value (
  agency text not null,
  key text not null,
  revision_from integer not null,
  revision_to integer,
  erased_in integer,
  digest text not null,
  salt text,
  value text,
  primary key (agency, key, revision_from)
) strict;

CREATE UNIQUE INDEX personal_value_current on personal_value (agency, key) where revision_to is null;

CREATE INDEX personal_value_erased on personal_value (erased_in) where erased_in is not null;

CREATE INDEX personal_value_from on personal_value (revision_from);

CREATE INDEX personal_value_to on personal_value (revision_to) where revision_to is not null;

CREATE TABLE proposal (
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

CREATE INDEX proposal_plan on proposal (agency, plan);

CREATE INDEX proposal_revision on proposal (revision);

CREATE TABLE review_act (
  agency text not null,
  sha256 text not null,
  seq integer not null,
  act text not null,
  post text not null,
  person text not null,
  revision integer not null,
  primary key (agency, sha256, seq)
) strict;

CREATE INDEX review_act_revision on review_act (revision);

CREATE TABLE revision (
  agency text not null,
  number integer not null,
  post text not null,
  person text not null,
  reason text not null,
  long integer not null check (long in (0, 1)),
  opened text not null,
  instant text,
  closed integer,
  reach integer,
  previous text,
  digest text,
  primary key (agency, number)
) strict;

CREATE UNIQUE INDEX revision_closed on revision (closed);

CREATE INDEX revision_long on revision (number) where long = 1;

CREATE UNIQUE INDEX revision_number on revision (number);

CREATE TABLE unit_version (
  kind text not null,
  id text not null,
  valid_from text not null,
  valid_to text,
  revision_from integer not null,
  revision_to integer,
  -- JSON
  body text not null,
  -- A boundary as WKB in CRS84 (longitude, latitude): a province may lie in more than one zone of VN-2000.
  geometry blob,
  primary key (kind, id, revision_from, valid_from),
  check (valid_to > valid_from),
  check (revision_to > revision_from)
) strict;

CREATE INDEX unit_version_current on unit_version (kind, id, valid_from) where revision_to is null;

CREATE INDEX unit_version_from on unit_version (revision_from, kind, id, valid_from);

CREATE TRIGGER unit_version_no_overlap_insert before insert on unit_version
when new.revision_to is null and exists (
  select 1 from unit_version as other
  where other.kind = new.kind and other.id = new.id and other.revision_to is null
    and (new.valid_to is null or other.valid_from < new.valid_to)
    and (other.valid_to is null or new.valid_from < other.valid_to)
)
begin
  select raise(abort, 'unit_version: two current versions overlap');
end;

CREATE TRIGGER unit_version_no_overlap_update before update on unit_version
when new.revision_to is null and exists (
  select 1 from unit_version as other
  where other.kind = new.kind and other.id = new.id and other.revision_to is null
    and other.rowid <> old.rowid
    and (new.valid_to is null or other.valid_from < new.valid_to)
    and (other.valid_to is null or new.valid_from < other.valid_to)
)
begin
  select raise(abort, 'unit_version: two current versions overlap');
end;

CREATE INDEX unit_version_to on unit_version (revision_to, kind, id, revision_from, valid_from)
  where revision_to is not null;
