-- Registers: what each entry is, and its versions. See src/features/registers/store/tables.ts.
create table entry (
  agency text collate "C" not null,
  kind text collate "C" not null,
  id text collate "C" not null,
  source text collate "C" not null,
  source_key text collate "C" not null,
  revision bigint not null,
  primary key (agency, kind, id)
);

create index entry_source on entry (agency, kind, source, source_key);
create index entry_revision on entry (revision, agency, kind, id);

create table entry_version (
  agency text collate "C" not null,
  kind text collate "C" not null,
  id text collate "C" not null,
  valid_from text collate "C" not null,
  valid_to text collate "C",
  revision_from bigint not null,
  revision_to bigint,
  disclosure text collate "C" not null check (disclosure in ('public', 'internal', 'restricted')),
  released_by text collate "C",
  stage text collate "C" not null check (stage in ('existing', 'planned')),
  status text collate "C",
  accuracy double precision,
  source text collate "C" not null,
  label text collate "C" not null,
  geometry bytea,
  min_x double precision,
  min_y double precision,
  max_x double precision,
  max_y double precision,
  properties text collate "C" not null,
  search text collate "C" not null,
  -- In the plane of the record, whose SRID the views name: the record does not know it here.
  shape geometry generated always as (st_geomfromwkb(geometry)) stored,
  primary key (agency, kind, id, revision_from, valid_from),
  check (valid_to > valid_from),
  check (revision_to > revision_from),
  -- Nothing is public that no document released.
  check (disclosure <> 'public' or released_by is not null),
  check ((geometry is null) = (min_x is null and min_y is null and max_x is null and max_y is null)),
  check (min_x <= max_x and min_y <= max_y),
  constraint entry_version_no_overlap
    exclude using gist (agency with =, kind with =, id with =, daterange(iso_day(valid_from), iso_day(valid_to)) with &&)
    where (revision_to is null)
);

create index entry_version_current on entry_version (agency, kind, id, valid_from) where revision_to is null;
create index entry_version_from on entry_version (revision_from, agency, kind, id, valid_from);
create index entry_version_to on entry_version (revision_to, agency, kind, id, revision_from, valid_from)
  where revision_to is not null;

-- Where versions lie, superseded ones too: a reading of an earlier day finds its box as quickly.
create index entry_version_shape on entry_version using gist (shape);

-- SQLite's name for it: whether and where a text holds another.
create function instr(body text, part text) returns integer
language sql immutable strict parallel safe
return strpos(body, part);

create function entry_version_stays() returns trigger language plpgsql as $$
begin
  raise exception 'entry_version: a version is closed, never changed';
end $$;

-- A version is closed by its `revision_to` alone; where it lies, and its key, never change.
create trigger entry_version_stays before update of agency, kind, id, valid_from, revision_from, geometry, min_x, min_y, max_x, max_y
on entry_version for each row execute function entry_version_stays();
