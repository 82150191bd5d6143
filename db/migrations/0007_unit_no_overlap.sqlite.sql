-- No two current versions of a unit overlap in valid time.
create trigger unit_version_no_overlap_insert before insert on unit_version
when new.revision_to is null and exists (
  select 1 from unit_version as other
  where other.kind = new.kind and other.id = new.id and other.revision_to is null
    and (new.valid_to is null or other.valid_from < new.valid_to)
    and (other.valid_to is null or new.valid_from < other.valid_to)
)
begin
  select raise(abort, 'unit_version: two current versions overlap');
end;

create trigger unit_version_no_overlap_update before update on unit_version
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
