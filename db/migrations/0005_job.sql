-- Long work, done by the worker one after the other. Not under the audit: what a job does to facts is.
create table job (
  agency text not null,
  id text not null,
  kind text not null,
  post text not null,
  person text not null,
  -- JSON
  input text not null,
  state text not null check (state in ('waiting', 'running', 'done', 'failed')),
  attempts integer not null,
  created text not null,
  ended text,
  done integer not null,
  total integer,
  message text not null,
  -- JSON: what it gave, or the code and values of the fault.
  result text,
  fault text,
  primary key (agency, id)
) strict;

create index job_waiting on job (created, agency, id) where state = 'waiting';
