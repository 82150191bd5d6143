-- Registers: what each entry is, and its versions. See src/features/registers/store/tables.ts.
create table entry (
  agency text not null,
  kind text not null,
  id text not null,
  source text not null,
  source_key text not null,
  revision integer not null,
  primary key (agency, kind, id)
) strict;

create index entry_source on entry (agency, kind, source, source_key);
create index entry_revision on entry (revision, agency, kind, id);

create table entry_version (
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

create index entry_version_current on entry_version (agency, kind, id, valid_from) where revision_to is null;
create index entry_version_from on entry_version (revision_from, agency, kind, id, valid_from);
create index entry_version_to on entry_version (revision_to, agency, kind, id, revision_from, valid_from)
  where revision_to is not null;

create trigger entry_version_no_overlap_insert before insert on entry_version
when new.revision_to is null and exists (
  select 1 from entry_version as other
  where other.agency = new.agency and other.kind = new.kind and other.id = new.id and other.revision_to is null
    and (new.valid_to is null or other.valid_from < new.valid_to)
    and (other.valid_to is null or new.valid_from < other.valid_to)
)
begin
  select raise(abort, 'entry_version: two current versions overlap');
end;

create trigger entry_version_no_overlap_update before update on entry_version
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

-- Where versions lie, superseded ones too: a reading of an earlier day finds its box as quickly. The box is in
-- 32 bits, rounded outwards, so it finds too much and never too little. `kind_*` is a number made of the
-- register's name: it keeps the registers apart in the tree, so that 1,000 zones are found among 60,000 parcels.
-- The key stands beside it, since a rowid may change when the file is vacuumed.
create virtual table entry_box using rtree(
  place, min_x, max_x, min_y, max_y, kind_min, kind_max,
  +agency text, +kind text, +id text, +revision_from integer, +valid_from text
);

create trigger entry_box_insert after insert on entry_version when new.min_x is not null
begin
  insert into entry_box (min_x, max_x, min_y, max_y, kind_min, kind_max, agency, kind, id, revision_from, valid_from)
  select new.min_x, new.max_x, new.min_y, new.max_y, n, n, new.agency, new.kind, new.id, new.revision_from, new.valid_from
  from (select unicode(new.kind) * 65536 + unicode(substr(new.kind, -1)) * 256 + unicode(substr(new.kind, length(new.kind) / 2)) as n);
end;

create trigger entry_box_delete after delete on entry_version when old.min_x is not null
begin
  delete from entry_box where place in (
    select place from entry_box
    where min_x <= old.min_x and max_x >= old.max_x and min_y <= old.min_y and max_y >= old.max_y
      and agency = old.agency and kind = old.kind and id = old.id
      and revision_from = old.revision_from and valid_from = old.valid_from
  );
end;

-- A version is closed by its `revision_to` alone; where it lies, and its key, never change.
create trigger entry_version_stays before update of agency, kind, id, valid_from, revision_from, geometry, min_x, min_y, max_x, max_y
on entry_version
begin
  select raise(abort, 'entry_version: a version is closed, never changed');
end;
