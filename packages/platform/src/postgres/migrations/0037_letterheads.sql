-- What stands at the top of reports: every state that there was. The newest is in force; a report holds the one of its day.
create table letterheads (
  revision integer primary key check (revision > 0),
  name text check (name <> ''),
  address text check (address <> ''),
  accreditation_number text check (accreditation_number <> ''),
  logo_sha256 text check (logo_sha256 ~ '^[0-9a-f]{64}$'),
  logo_width_px integer check (logo_width_px > 0),
  logo_height_px integer check (logo_height_px > 0),
  changed_by text not null,
  changed_at timestamptz(3) not null,
  check ((logo_sha256 is null) = (logo_width_px is null) and (logo_sha256 is null) = (logo_height_px is null))
);
create index letterheads_logo_object on letterheads (object_key(logo_sha256)) where logo_sha256 is not null;

create function keep_letterhead() returns trigger language plpgsql as $$
begin
  if to_jsonb(new) - 'changed_by' is distinct from to_jsonb(old) - 'changed_by'
     or (new.changed_by <> old.changed_by and not is_erasure(old.changed_by, new.changed_by))
  then
    raise exception 'a letterhead is followed by another one, never changed' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger letterheads_keep before update on letterheads for each row execute function keep_letterhead();
create trigger letterheads_no_delete before delete on letterheads for each row execute function refuse_change();
create trigger letterheads_no_truncate before truncate on letterheads
  for each statement execute function refuse_change();

-- As in 0015: what is there stays, one kind more. The logo of an old report stays as long as the report.
do $$
begin
  execute 'create or replace view object_references (key, kind, id) as '
    || rtrim(pg_get_viewdef('object_references'::regclass), '; ')
    || ' union all select object_key(logo_sha256), ''logo''::text, revision::text from letterheads where logo_sha256 is not null';
end $$;

insert into person_columns values ('letterheads', 'changed_by');
