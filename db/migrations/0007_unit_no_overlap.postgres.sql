-- No two current versions of a unit overlap in valid time.
alter table unit_version add constraint unit_version_no_overlap
  exclude using gist (kind with =, id with =, daterange(iso_day(valid_from), iso_day(valid_to)) with &&)
  where (revision_to is null);
