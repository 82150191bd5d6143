-- The nation's administrative units, their boundaries and their succession. They are nobody's in particular, so
-- the rows name no agency: every office of the record reads the same ones. Who entered them stands in the revision.
create table unit_version (
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

create index unit_version_current on unit_version (kind, id, valid_from) where revision_to is null;
create index unit_version_from on unit_version (revision_from, kind, id, valid_from);
create index unit_version_to on unit_version (revision_to, kind, id, revision_from, valid_from)
  where revision_to is not null;
