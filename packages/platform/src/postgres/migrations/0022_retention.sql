-- How long pictures are kept, what is on legal hold, and which rows say that their pictures were removed.

create table retention_policies (
  kind text primary key check (kind in ('unlabelled-pictures', 'labelled-pictures', 'maps')),
  -- Null: for ever. The least protects from a typing error.
  keep_days integer check (keep_days between 30 and 36500),
  revision integer not null check (revision > 0),
  changed_by text,
  changed_at timestamptz(3)
);
insert into retention_policies (kind, keep_days, revision) values
  ('unlabelled-pictures', null, 1),
  ('labelled-pictures', null, 1),
  ('maps', null, 1);

create table image_holds (
  image_id uuid primary key references images (id),
  reason text not null check (reason <> ''),
  placed_by text not null,
  placed_at timestamptz(3) not null
);
create index image_holds_newest on image_holds (placed_at desc, image_id desc);

insert into person_columns values
  ('retention_policies', 'changed_by'),
  ('image_holds', 'placed_by');

alter table images
  -- When the same bytes were sent once more, after `uploaded_at`.
  add column last_sent_at timestamptz(3),
  add column pictures_removed_at timestamptz(3),
  add column pictures_removed_by text,
  add constraint images_removal check ((pictures_removed_at is null) = (pictures_removed_by is null));

-- Map and overlay.
alter table analyses
  add column maps_removed_at timestamptz(3),
  add column maps_removed_by text,
  add constraint analyses_removal check ((maps_removed_at is null) = (maps_removed_by is null));

-- Pictures that versions frozen by people, or imported, name; the manifests say the same, but only to who reads them.
create table dataset_pictures (
  sha256 text not null,
  dataset_digest text not null references dataset_versions (digest),
  primary key (sha256, dataset_digest)
);
-- Versions whose pictures are listed; those of earlier releases are read from their manifests once.
create table dataset_picture_lists (
  dataset_digest text primary key references dataset_versions (digest),
  pictures integer not null check (pictures >= 0)
);

-- What each run of the retention job has removed so far, kept in the transactions that do it.
create table retention_runs (
  job_id uuid primary key,
  counts jsonb not null default '{}',
  started_at timestamptz(3) not null,
  -- Recorded in the audit trail.
  finished_at timestamptz(3)
);
create index retention_runs_open on retention_runs (job_id) where finished_at is null;

-- A removal is written down first and carried out afterwards; null: still to be carried out.
alter table object_removals add column deleted_at timestamptz(3);
create index object_removals_waiting on object_removals (key) where deleted_at is null;

-- References of rows that do not say that what they refer to was removed.
create view live_object_references (key, kind, id) as
  select used.key, used.kind, used.id from object_references used
  where case
    when used.kind in ('picture', 'rendition', 'thumbnail') then
      not exists (select from images i where i.id = used.id::uuid and i.pictures_removed_at is not null)
    when used.kind in ('map', 'overlay') then
      not exists (select from analyses a where a.id = used.id::uuid and a.maps_removed_at is not null)
    else true
  end;

-- Waits for a removal of this object that is under way; none begins afterwards as long as the claim is young. That it was
-- removed stays written down until a row refers to it.
create or replace function claim_object(wanted text) returns void language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('object:' || wanted, 0));
  insert into object_claims (key) values (wanted)
    on conflict (key) do update set claimed_at = clock_timestamp();
end $$;

-- A row that refers to objects says that they are there.
create function image_objects_are_there() returns trigger language plpgsql as $$
begin
  delete from object_removals where key in (object_key(new.sha256), new.display_key, new.thumbnail_key);
  return null;
end $$;
create trigger images_objects_are_there
  after insert or update of display_key, thumbnail_key, pictures_removed_at on images
  for each row when (new.pictures_removed_at is null) execute function image_objects_are_there();

create function analysis_objects_are_there() returns trigger language plpgsql as $$
begin
  delete from object_removals where key in (new.map_key, new.overlay_key, new.features_key);
  return null;
end $$;
create trigger analyses_objects_are_there
  after insert or update of map_key, overlay_key, maps_removed_at on analyses
  for each row when (new.maps_removed_at is null) execute function analysis_objects_are_there();

create function regions_object_is_there() returns trigger language plpgsql as $$
begin
  delete from object_removals where key = object_key(new.sha256);
  return null;
end $$;
create trigger regions_object_is_there after insert on regions
  for each row execute function regions_object_is_there();
