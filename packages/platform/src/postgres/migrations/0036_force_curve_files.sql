-- Every file that was ever attached as a force curve: a replaced or taken-off curve can be downloaded and read again.
create table force_curve_files (
  specimen_id uuid not null references specimens (id),
  attached_at timestamptz(3) not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  file_name text not null check (file_name <> ''),
  size_bytes bigint not null check (size_bytes > 0),
  -- What was told with the file.
  settings jsonb not null,
  attached_by text not null,
  primary key (specimen_id, attached_at, sha256)
);
create index force_curve_files_object on force_curve_files (object_key(sha256));
insert into force_curve_files
  select specimen_id, attached_at, sha256, file_name, size_bytes, settings, attached_by from force_curves;

-- By a trigger, so that a process of the release before keeps the files, too.
create function keep_force_curve_file() returns trigger language plpgsql as $$
begin
  insert into force_curve_files
    values (new.specimen_id, new.attached_at, new.sha256, new.file_name, new.size_bytes, new.settings, new.attached_by)
    on conflict do nothing;
  return new;
end $$;
create trigger force_curves_keep_file after insert or update on force_curves
  for each row execute function keep_force_curve_file();

create function keep_force_curve_file_as_it_is() returns trigger language plpgsql as $$
begin
  if to_jsonb(new) - 'attached_by' is distinct from to_jsonb(old) - 'attached_by'
     or (new.attached_by <> old.attached_by and not is_erasure(old.attached_by, new.attached_by))
  then
    raise exception 'a file that was attached stays' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger force_curve_files_keep before update on force_curve_files
  for each row execute function keep_force_curve_file_as_it_is();
create trigger force_curve_files_no_delete before delete on force_curve_files
  for each row execute function refuse_change();
create trigger force_curve_files_no_truncate before truncate on force_curve_files
  for each statement execute function refuse_change();

-- As in 0015: what is there stays, one kind more. A curve that is there is referred to by its own row already.
do $$
begin
  execute 'create or replace view object_references (key, kind, id) as '
    || rtrim(pg_get_viewdef('object_references'::regclass), '; ')
    || ' union all select object_key(f.sha256), ''earlier-force-curve''::text, f.specimen_id::text from force_curve_files f'
    || ' where not exists (select from force_curves c where c.specimen_id = f.specimen_id and c.sha256 = f.sha256)';
end $$;

insert into person_columns values ('force_curve_files', 'attached_by');
