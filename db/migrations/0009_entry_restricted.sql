-- What is restricted now, so that no question about an earlier day gives it away.
create index entry_version_restricted on entry_version (agency, kind, id)
  where revision_to is null and disclosure = 'restricted';
