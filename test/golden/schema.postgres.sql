table document_file
 agency text collate "C" not null
 sha256 text collate "C" not null
 name text collate "C" not null
 format text collate "C" not null
 pages bigint
 size bigint not null
 post text collate "C" not null
 person text collate "C" not null
 revision bigint not null
 constraint document_file_pkey PRIMARY KEY (agency, sha256)
 CREATE UNIQUE INDEX document_file_pkey ON document_file USING btree (agency, sha256)
 CREATE INDEX document_file_revision ON document_file USING btree (revision)
table entry
 agency text collate "C" not null
 kind text collate "C" not null
 id text collate "C" not null
 source text collate "C" not null
 source_key text collate "C" not null
 revision bigint not null
 constraint entry_pkey PRIMARY KEY (agency, kind, id)
 CREATE UNIQUE INDEX entry_pkey ON entry USING btree (agency, kind, id)
 CREATE INDEX entry_revision ON entry USING btree (revision, agency, kind, id)
 CREATE INDEX entry_source ON entry USING btree (agency, kind, source, source_key)
table entry_version
 agency text collate "C" not null
 kind text collate "C" not null
 id text collate "C" not null
 valid_from text collate "C" not null
 valid_to text collate "C"
 revision_from bigint not null
 revision_to bigint
 disclosure text collate "C" not null
 released_by text collate "C"
 stage text collate "C" not null
 status text collate "C"
 accuracy double precision
 source text collate "C" not null
 label text collate "C" not null
 geometry bytea
 min_x double precision
 min_y double precision
 max_x double precision
 max_y double precision
 properties text collate "C" not null
 search text collate "C" not null
 shape geometry st_geomfromwkb(geometry)
 constraint entry_version_check CHECK ((valid_to > valid_from))
 constraint entry_version_check1 CHECK ((revision_to > revision_from))
 constraint entry_version_check2 CHECK (((disclosure <> 'public'::text) OR (released_by IS NOT NULL)))
 constraint entry_version_check3 CHECK (((geometry IS NULL) = ((min_x IS NULL) AND (min_y IS NULL) AND (max_x IS NULL) AND (max_y IS NULL))))
 constraint entry_version_check4 CHECK (((min_x <= max_x) AND (min_y <= max_y)))
 constraint entry_version_disclosure_check CHECK ((disclosure = ANY (ARRAY['public'::text, 'internal'::text, 'restricted'::text])))
 constraint entry_version_no_overlap EXCLUDE USING gist (version_key(agency, kind, id) WITH =, daterange(iso_day(valid_from), iso_day(valid_to)) WITH &&) WHERE ((revision_to IS NULL))
 constraint entry_version_pkey PRIMARY KEY (agency, kind, id, revision_from, valid_from)
 constraint entry_version_stage_check CHECK ((stage = ANY (ARRAY['existing'::text, 'planned'::text])))
 CREATE INDEX entry_version_current ON entry_version USING btree (agency, kind, id, valid_from) WHERE (revision_to IS NULL)
 CREATE INDEX entry_version_from ON entry_version USING btree (revision_from, agency, kind, id, valid_from)
 CREATE INDEX entry_version_no_overlap ON entry_version USING gist (version_key(agency, kind, id), daterange(iso_day(valid_from), iso_day(valid_to))) WHERE (revision_to IS NULL)
 CREATE UNIQUE INDEX entry_version_pkey ON entry_version USING btree (agency, kind, id, revision_from, valid_from)
 CREATE INDEX entry_version_restricted ON entry_version USING btree (agency, kind, id) WHERE ((revision_to IS NULL) AND (disclosure = 'restricted'::text))
 CREATE INDEX entry_version_shape ON entry_version USING gist (shape)
 CREATE INDEX entry_version_to ON entry_version USING btree (revision_to, agency, kind, id, revision_from, valid_from) WHERE (revision_to IS NOT NULL)
 CREATE TRIGGER entry_version_stays BEFORE UPDATE OF agency, kind, id, valid_from, revision_from, geometry, min_x, min_y, max_x, max_y ON entry_version FOR EACH ROW EXECUTE FUNCTION entry_version_stays()
table fact_version
 agency text collate "C" not null
 kind text collate "C" not null
 id text collate "C" not null
 valid_from text collate "C" not null
 valid_to text collate "C"
 revision_from bigint not null
 revision_to bigint
 body text collate "C" not null
 constraint fact_version_check CHECK ((valid_to > valid_from))
 constraint fact_version_check1 CHECK ((revision_to > revision_from))
 constraint fact_version_no_overlap EXCLUDE USING gist (version_key(agency, kind, id) WITH =, daterange(iso_day(valid_from), iso_day(valid_to)) WITH &&) WHERE ((revision_to IS NULL))
 constraint fact_version_pkey PRIMARY KEY (agency, kind, id, revision_from, valid_from)
 CREATE INDEX fact_version_current ON fact_version USING btree (agency, kind, id, valid_from) WHERE (revision_to IS NULL)
 CREATE INDEX fact_version_from ON fact_version USING btree (revision_from, agency, kind, id, valid_from)
 CREATE INDEX fact_version_no_overlap ON fact_version USING gist (version_key(agency, kind, id), daterange(iso_day(valid_from), iso_day(valid_to))) WHERE (revision_to IS NULL)
 CREATE UNIQUE INDEX fact_version_pkey ON fact_version USING btree (agency, kind, id, revision_from, valid_from)
 CREATE INDEX fact_version_to ON fact_version USING btree (revision_to, agency, kind, id, revision_from, valid_from) WHERE (revision_to IS NOT NULL)
table import_act
 agency text collate "C" not null
 file text collate "C" not null
 seq bigint not null
 act text collate "C" not null
 body text collate "C" not null
 revision bigint not null
 constraint import_act_act_check CHECK ((act = ANY (ARRAY['take'::text, 'accept'::text, 'refuse'::text, 'undo'::text, 'mend'::text])))
 constraint import_act_pkey PRIMARY KEY (agency, file, seq)
 CREATE UNIQUE INDEX import_act_pkey ON import_act USING btree (agency, file, seq)
 CREATE INDEX import_act_revision ON import_act USING btree (revision)
table import_change
 agency text collate "C" not null
 file text collate "C" not null
 entry text collate "C" not null
 kind text collate "C" not null
 label text collate "C" not null
 fields text collate "C" not null
 decision text collate "C"
 hand text collate "C"
 constraint import_change_decision_check CHECK ((decision = ANY (ARRAY['accepted'::text, 'refused'::text])))
 constraint import_change_kind_check CHECK ((kind = ANY (ARRAY['new'::text, 'changed'::text, 'gone'::text])))
 constraint import_change_pkey PRIMARY KEY (agency, file, entry)
 CREATE INDEX import_change_kind ON import_change USING btree (agency, file, kind, label, entry)
 CREATE UNIQUE INDEX import_change_pkey ON import_change USING btree (agency, file, entry)
table import_file
 agency text collate "C" not null
 id text collate "C" not null
 register text collate "C" not null
 sha256 text collate "C" not null
 name text collate "C" not null
 size bigint not null
 files text collate "C" not null
 options text collate "C" not null
 post text collate "C" not null
 person text collate "C" not null
 revision bigint not null
 constraint import_file_pkey PRIMARY KEY (agency, id)
 CREATE UNIQUE INDEX import_file_pkey ON import_file USING btree (agency, id)
 CREATE INDEX import_file_revision ON import_file USING btree (revision)
table import_issue
 agency text collate "C" not null
 file text collate "C" not null
 seq bigint not null
 code text collate "C" not null
 body text collate "C" not null
 mended bigint
 constraint import_issue_pkey PRIMARY KEY (agency, file, seq)
 CREATE INDEX import_issue_code ON import_issue USING btree (agency, file, code, seq)
 CREATE UNIQUE INDEX import_issue_pkey ON import_issue USING btree (agency, file, seq)
table import_mapping
 agency text collate "C" not null
 name text collate "C" not null
 register text collate "C" not null
 fingerprint text collate "C" not null
 mapping text collate "C" not null
 revision bigint not null
 constraint import_mapping_pkey PRIMARY KEY (agency, name, revision)
 CREATE UNIQUE INDEX import_mapping_pkey ON import_mapping USING btree (agency, name, revision)
 CREATE INDEX import_mapping_revision ON import_mapping USING btree (revision)
table import_work
 agency text collate "C" not null
 id text collate "C" not null
 register text collate "C" not null
 seq bigint not null
 state text collate "C" not null
 source text collate "C"
 mapping text collate "C"
 summary text collate "C"
 reading text collate "C"
 seen bigint
 created text collate "C" not null
 constraint import_work_pkey PRIMARY KEY (agency, id)
 constraint import_work_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'review'::text, 'taken'::text, 'refused'::text, 'undone'::text, 'failed'::text])))
 CREATE UNIQUE INDEX import_work_pkey ON import_work USING btree (agency, id)
 CREATE INDEX import_work_register ON import_work USING btree (agency, register, created)
table job
 agency text collate "C" not null
 id text collate "C" not null
 kind text collate "C" not null
 post text collate "C" not null
 person text collate "C" not null
 input text collate "C" not null
 state text collate "C" not null
 attempts bigint not null
 created text collate "C" not null
 ended text collate "C"
 done bigint not null
 total bigint
 message text collate "C" not null
 result text collate "C"
 fault text collate "C"
 constraint job_pkey PRIMARY KEY (agency, id)
 constraint job_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text])))
 CREATE UNIQUE INDEX job_pkey ON job USING btree (agency, id)
 CREATE INDEX job_waiting ON job USING btree (created, agency, id) WHERE (state = 'waiting'::text)
table migration
 number integer not null
 name text not null
 digest text not null
 constraint migration_pkey PRIMARY KEY (number)
 CREATE UNIQUE INDEX migration_pkey ON migration USING btree (number)
table personal_value
 agency text collate "C" not null
 key text collate "C" not null
 revision_from bigint not null
 revision_to bigint
 erased_in bigint
 digest text collate "C" not null
 salt text collate "C"
 value text collate "C"
 constraint personal_value_pkey PRIMARY KEY (agency, key, revision_from)
 CREATE UNIQUE INDEX personal_value_current ON personal_value USING btree (agency, key) WHERE (revision_to IS NULL)
 CREATE INDEX personal_value_erased ON personal_value USING btree (erased_in) WHERE (erased_in IS NOT NULL)
 CREATE INDEX personal_value_from ON personal_value USING btree (revision_from)
 CREATE UNIQUE INDEX personal_value_pkey ON personal_value USING btree (agency, key, revision_from)
 CREATE INDEX personal_value_to ON personal_value USING btree (revision_to) WHERE (revision_to IS NOT NULL)
table proposal
 agency text collate "C" not null
 sha256 text collate "C" not null
 plan text collate "C" not null
 title text collate "C" not null
 candidates bigint not null
 reading text collate "C" not null
 revision bigint not null
 constraint proposal_pkey PRIMARY KEY (agency, sha256)
 CREATE UNIQUE INDEX proposal_pkey ON proposal USING btree (agency, sha256)
 CREATE INDEX proposal_plan ON proposal USING btree (agency, plan)
 CREATE INDEX proposal_revision ON proposal USING btree (revision)
table review_act
 agency text collate "C" not null
 sha256 text collate "C" not null
 seq bigint not null
 act text collate "C" not null
 post text collate "C" not null
 person text collate "C" not null
 revision bigint not null
 constraint review_act_pkey PRIMARY KEY (agency, sha256, seq)
 CREATE UNIQUE INDEX review_act_pkey ON review_act USING btree (agency, sha256, seq)
 CREATE INDEX review_act_revision ON review_act USING btree (revision)
table revision
 agency text collate "C" not null
 number bigint not null
 post text collate "C" not null
 person text collate "C" not null
 reason text collate "C" not null
 long bigint not null
 opened text collate "C" not null
 instant text collate "C"
 closed bigint
 reach bigint
 previous text collate "C"
 digest text collate "C"
 constraint revision_long_check CHECK ((long = ANY (ARRAY[(0)::bigint, (1)::bigint])))
 constraint revision_pkey PRIMARY KEY (agency, number)
 CREATE UNIQUE INDEX revision_closed ON revision USING btree (closed)
 CREATE INDEX revision_long ON revision USING btree (number) WHERE (long = 1)
 CREATE UNIQUE INDEX revision_number ON revision USING btree (number)
 CREATE UNIQUE INDEX revision_pkey ON revision USING btree (agency, number)
table unit_version
 kind text collate "C" not null
 id text collate "C" not null
 valid_from text collate "C" not null
 valid_to text collate "C"
 revision_from bigint not null
 revision_to bigint
 body text collate "C" not null
 geometry bytea
 constraint unit_version_check CHECK ((valid_to > valid_from))
 constraint unit_version_check1 CHECK ((revision_to > revision_from))
 constraint unit_version_no_overlap EXCLUDE USING gist (version_key(''::text, kind, id) WITH =, daterange(iso_day(valid_from), iso_day(valid_to)) WITH &&) WHERE ((revision_to IS NULL))
 constraint unit_version_pkey PRIMARY KEY (kind, id, revision_from, valid_from)
 CREATE INDEX unit_version_current ON unit_version USING btree (kind, id, valid_from) WHERE (revision_to IS NULL)
 CREATE INDEX unit_version_from ON unit_version USING btree (revision_from, kind, id, valid_from)
 CREATE INDEX unit_version_no_overlap ON unit_version USING gist (version_key(''::text, kind, id), daterange(iso_day(valid_from), iso_day(valid_to))) WHERE (revision_to IS NULL)
 CREATE UNIQUE INDEX unit_version_pkey ON unit_version USING btree (kind, id, revision_from, valid_from)
 CREATE INDEX unit_version_to ON unit_version USING btree (revision_to, kind, id, revision_from, valid_from) WHERE (revision_to IS NOT NULL)
CREATE OR REPLACE FUNCTION entry_version_stays()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'entry_version: a version is closed, never changed';
end $function$

CREATE OR REPLACE FUNCTION instr(body text, part text)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN strpos(body, part)

CREATE OR REPLACE FUNCTION iso_day(day text)
 RETURNS date
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN make_date((substr(day, 1, 4))::integer, (substr(day, 6, 2))::integer, (substr(day, 9, 2))::integer)

CREATE OR REPLACE FUNCTION json_extract(body text, path text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN ((body)::jsonb ->> substr(path, 4, (length(path) - 4)))

CREATE OR REPLACE FUNCTION json_type(body text, path text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN CASE jsonb_typeof(((body)::jsonb -> substr(path, 4, (length(path) - 4)))) WHEN 'string'::text THEN 'text'::text WHEN 'number'::text THEN 'real'::text WHEN 'boolean'::text THEN (((body)::jsonb -> substr(path, 4, (length(path) - 4))))::text ELSE jsonb_typeof(((body)::jsonb -> substr(path, 4, (length(path) - 4)))) END

CREATE OR REPLACE FUNCTION version_key(agency text, kind text, id text)
 RETURNS uuid
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN (encode(substr(sha256(convert_to(((((agency || chr(10)) || kind) || chr(10)) || id), 'UTF8'::name)), 1, 16), 'hex'::text))::uuid

