-- No two current versions of a fact overlap in valid time. A table of versions made later needs its own pair.
create trigger fact_version_no_overlap_insert before insert on fact_version
when new.revision_to is null and exists (
  select 1 from fact_version as other
  where other.agency = new.agency and other.kind = new.kind and other.id = new.id and other.revision_to is null
    and (new.valid_to is null or other.valid_from < new.valid_to)
    and (other.valid_to is null or new.valid_from < other.valid_to)
)
begin
  select raise(abort, 'fact_version: two current versions overlap');
end;

create trigger fact_version_no_overlap_update before update on fact_version
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
