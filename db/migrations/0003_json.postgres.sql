-- SQLite's json_type and json_extract for one top-level key, path written as $."key". A missing key or body is null.
create function json_type(body text, path text) returns text
language sql immutable strict parallel safe
return case jsonb_typeof(cast(body as jsonb) -> substr(path, 4, length(path) - 4))
  when 'string' then 'text'
  when 'number' then 'real'
  when 'boolean' then cast(cast(body as jsonb) -> substr(path, 4, length(path) - 4) as text)
  else jsonb_typeof(cast(body as jsonb) -> substr(path, 4, length(path) - 4))
end;

create function json_extract(body text, path text) returns text
language sql immutable strict parallel safe
return cast(body as jsonb) ->> substr(path, 4, length(path) - 4);
