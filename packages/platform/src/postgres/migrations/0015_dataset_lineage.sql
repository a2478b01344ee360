-- Versions that continue others, what is in a version, painted regions, labels from elsewhere, and what each model learned.

alter table dataset_versions
  add column format integer not null default 1 check (format > 0),
  add column kind text not null default 'labels' check (kind in ('labels', 'training')),
  add column source text not null default 'created' check (source in ('created', 'imported')),
  add column parent_digest text references dataset_versions (digest),
  add column depth integer not null default 0 check (depth >= 0),
  add column summary jsonb,
  add column description text,
  add column filter jsonb;

create or replace function keep_dataset_version() returns trigger language plpgsql as $$
begin
  if to_jsonb(new) - 'created_by' is distinct from to_jsonb(old) - 'created_by'
     or (new.created_by <> old.created_by and not is_erasure(old.created_by, new.created_by))
  then
    raise exception 'a dataset version is never changed' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

-- What a model learned; null where that is not known.
alter table models add column dataset_digest text references dataset_versions (digest);
create index models_of_dataset on models (dataset_digest) where dataset_digest is not null;

create table regions (
  id uuid primary key,
  arrival bigint generated always as identity unique,
  image_id uuid not null references images (id),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes bigint not null check (size_bytes > 0),
  painted_by text not null,
  painted_at timestamptz(3) not null
);
create index regions_of_image on regions (image_id, arrival desc);
create index regions_object on regions (object_key(sha256));

create function keep_regions() returns trigger language plpgsql as $$
begin
  if to_jsonb(new) - 'painted_by' is distinct from to_jsonb(old) - 'painted_by'
     or (new.painted_by <> old.painted_by and not is_erasure(old.painted_by, new.painted_by))
  then
    raise exception 'a painting is never changed; add a newer one' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger regions_keep before update on regions for each row execute function keep_regions();
create trigger regions_no_delete before delete on regions for each row execute function refuse_change();
create trigger regions_no_truncate before truncate on regions for each statement execute function refuse_change();

insert into person_columns values ('regions', 'painted_by');

-- Labels that came with a dataset version from another installation.
create table imported_labels (
  label_id uuid primary key references labels (id),
  dataset_digest text not null references dataset_versions (digest)
);
create index imported_labels_of_dataset on imported_labels (dataset_digest);
create trigger imported_labels_no_change before update or delete on imported_labels
  for each row execute function refuse_change();
create trigger imported_labels_no_truncate before truncate on imported_labels
  for each statement execute function refuse_change();

-- Appended to whatever the view lists by now: each migration that makes references adds its own.
do $$ begin
  execute 'create or replace view object_references (key, kind, id) as '
    || rtrim(pg_get_viewdef('object_references'::regclass), '; ')
    || ' union all select object_key(sha256), ''regions''::text, id::text from regions';
end $$;
