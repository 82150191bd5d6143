-- What a version is of, in 16 bytes: an index compares them several times faster than three texts. Neither agencies nor
-- kinds have line breaks, so that no two of them are alike; two digests alike would refuse a version, never let one in.
create function version_key(agency text, kind text, id text) returns uuid
language sql immutable strict parallel safe
return cast(encode(substr(sha256(convert_to(agency || chr(10) || kind || chr(10) || id, 'UTF8')), 1, 16), 'hex') as uuid);

-- The same rule as before: no two current versions of a thing overlap in valid time.
alter table fact_version drop constraint fact_version_no_overlap;
alter table fact_version add constraint fact_version_no_overlap
  exclude using gist (version_key(agency, kind, id) with =, daterange(iso_day(valid_from), iso_day(valid_to)) with &&)
  where (revision_to is null);

alter table unit_version drop constraint unit_version_no_overlap;
alter table unit_version add constraint unit_version_no_overlap
  exclude using gist (version_key('', kind, id) with =, daterange(iso_day(valid_from), iso_day(valid_to)) with &&)
  where (revision_to is null);

alter table entry_version drop constraint entry_version_no_overlap;
alter table entry_version add constraint entry_version_no_overlap
  exclude using gist (version_key(agency, kind, id) with =, daterange(iso_day(valid_from), iso_day(valid_to)) with &&)
  where (revision_to is null);
