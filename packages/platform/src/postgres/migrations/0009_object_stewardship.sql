-- Which rows refer to which objects, and how an object is taken away without taking it from a writer.

create function object_key(sha256 text) returns text language sql immutable as $$
  select 'sha256/' || substr(sha256, 1, 2) || '/' || substr(sha256, 3, 2) || '/' || sha256
$$;

create index images_object on images (object_key(sha256));
create index images_display_object on images (display_key);
create index images_thumbnail_object on images (thumbnail_key);
create index analyses_map_object on analyses (map_key) where map_key is not null;
create index analyses_overlay_object on analyses (overlay_key) where overlay_key is not null;
create index analyses_features_object on analyses (features_key) where features_key is not null;
create index models_object on models (object_key(digest));

-- Every reference from a row to an object. A table that refers to objects is added here in the migration that makes it.
create view object_references (key, kind, id) as
  select object_key(sha256), 'picture', id::text from images
  union all select display_key, 'rendition', id::text from images
  union all select thumbnail_key, 'thumbnail', id::text from images
  union all select map_key, 'map', id::text from analyses where map_key is not null
  union all select overlay_key, 'overlay', id::text from analyses where overlay_key is not null
  union all select features_key, 'features', id::text from analyses where features_key is not null
  union all select object_key(digest), 'model', version from models;

-- An old object that somebody is about to refer to; it is spared until the reference is there.
create table object_claims (
  key text primary key,
  claimed_at timestamptz not null default now()
);
create index object_claims_claimed_at on object_claims (claimed_at);

-- Objects that were taken away on purpose: their rows stay and say so.
create table object_removals (
  key text primary key,
  policy text not null,
  removed_at timestamptz(3) not null default now()
);

-- Waits for a removal of this object that is under way; none begins afterwards as long as the claim is young.
create function claim_object(wanted text) returns void language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('object:' || wanted, 0));
  insert into object_claims (key) values (wanted)
    on conflict (key) do update set claimed_at = clock_timestamp();
  delete from object_removals where key = wanted;
end $$;
