-- Versions of the labelled data: the manifest is an object named by its content, the row only lists it.
create table dataset_versions (
  digest text primary key check (digest ~ '^[0-9a-f]{64}$'),
  items integer not null check (items >= 0),
  held_out integer not null check (held_out between 0 and items),
  size_bytes bigint not null check (size_bytes > 0),
  created_by text not null,
  created_at timestamptz(3) not null default now()
);
create index dataset_versions_newest on dataset_versions (created_at desc, digest);

create function keep_dataset_version() returns trigger language plpgsql as $$
begin
  if (new.digest, new.items, new.held_out, new.size_bytes, new.created_at)
     is distinct from (old.digest, old.items, old.held_out, old.size_bytes, old.created_at)
     or (new.created_by <> old.created_by and not is_erasure(old.created_by, new.created_by))
  then
    raise exception 'a dataset version is never changed' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger dataset_versions_keep before update on dataset_versions
  for each row execute function keep_dataset_version();
create trigger dataset_versions_no_delete before delete on dataset_versions
  for each row execute function refuse_change();
create trigger dataset_versions_no_truncate before truncate on dataset_versions
  for each statement execute function refuse_change();

insert into person_columns values ('dataset_versions', 'created_by');

create or replace view object_references (key, kind, id) as
  select object_key(sha256), 'picture', id::text from images
  union all select display_key, 'rendition', id::text from images
  union all select thumbnail_key, 'thumbnail', id::text from images
  union all select map_key, 'map', id::text from analyses where map_key is not null
  union all select overlay_key, 'overlay', id::text from analyses where overlay_key is not null
  union all select features_key, 'features', id::text from analyses where features_key is not null
  union all select object_key(digest), 'model', version from models
  union all select object_key(digest), 'dataset', digest from dataset_versions;
