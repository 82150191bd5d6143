-- Who changed an entry by hand since its source last said it: such a difference is decided on by itself.
-- JSON of `HandChange`; null where nobody did.
alter table import_change add column hand text;
