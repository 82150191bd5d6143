-- The record's own tables. See src/platform/db/tables.ts for what each column means.
create table revision (
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

create unique index revision_number on revision (number);
create unique index revision_closed on revision (closed);
create index revision_long on revision (number) where long = 1;

-- Facts whose values are one JSON document: targets, tasks, documents …
create table fact_version (
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

create index fact_version_current on fact_version (agency, kind, id, valid_from) where revision_to is null;
-- What a revision wrote, in the order in which the audit digests it.
create index fact_version_from on fact_version (revision_from, agency, kind, id, valid_from);
create index fact_version_to on fact_version (revision_to, agency, kind, id, revision_from, valid_from)
  where revision_to is not null;

-- What belongs to a person stands apart, so that it can be erased and the audit chain still holds.
create table personal_value (
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

create unique index personal_value_current on personal_value (agency, key) where revision_to is null;
create index personal_value_from on personal_value (revision_from);
create index personal_value_to on personal_value (revision_to) where revision_to is not null;
create index personal_value_erased on personal_value (erased_in) where erased_in is not null;
