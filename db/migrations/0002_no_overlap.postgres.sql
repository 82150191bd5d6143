-- A day as ISO text as a date. The cast alone depends on a setting, so it may not stand in an index.
create function iso_day(day text) returns date
language sql immutable strict parallel safe
return make_date(cast(substr(day, 1, 4) as integer), cast(substr(day, 6, 2) as integer), cast(substr(day, 9, 2) as integer));

-- No two current versions of a fact overlap in valid time.
alter table fact_version add constraint fact_version_no_overlap
  exclude using gist (agency with =, kind with =, id with =, daterange(iso_day(valid_from), iso_day(valid_to)) with &&)
  where (revision_to is null);
