-- Pictures, measurements, labels, jobs, models. Bytes are objects; rows hold their keys.
create extension if not exists pg_trgm;

create table images (
  id uuid primary key,
  sha256 text not null unique check (sha256 ~ '^[0-9a-f]{64}$'),
  file_name text not null,
  media_type text not null,
  size_bytes bigint not null check (size_bytes > 0),
  width_px integer not null check (width_px > 0),
  height_px integer not null check (height_px > 0),
  display_key text not null,
  thumbnail_key text not null,
  specimen text,
  heat text,
  width_mm double precision check (width_mm > 0),
  px_per_mm double precision check (px_per_mm > 0),
  uploaded_by text not null,
  uploaded_at timestamptz(3) not null,
  search_text text not null generated always as (
    lower(file_name || ' ' || coalesce(specimen, '') || ' ' || coalesce(heat, ''))
  ) stored
);
create index images_search_text on images using gin (search_text gin_trgm_ops);

create table models (
  id uuid primary key,
  version text not null unique,
  digest text not null unique check (digest ~ '^[0-9a-f]{64}$'),
  base_digest text not null check (base_digest ~ '^[0-9a-f]{64}$'),
  parent_version text references models (version),
  origin text not null check (origin in ('shipped', 'online', 'retrained')),
  label_count integer not null check (label_count >= 0),
  pipeline_version text not null,
  size_bytes bigint not null check (size_bytes > 0),
  held_out jsonb,
  gate jsonb,
  created_at timestamptz(3) not null
);
create index models_newest on models (created_at desc, id desc);

create table model_aliases (
  alias text primary key,
  model_version text not null references models (version),
  updated_at timestamptz(3) not null
);

create table deployments (
  id uuid primary key,
  alias text not null default 'champion',
  from_version text references models (version),
  to_version text not null references models (version),
  reason text not null,
  deployed_by text not null,
  deployed_at timestamptz(3) not null
);
create index deployments_newest on deployments (deployed_at desc, id desc);

create table analyses (
  id uuid primary key,
  image_id uuid not null references images (id),
  status text not null check (status in ('ok', 'no-face', 'poor')),
  reason text,
  shear_percent double precision check (shear_percent between 0 and 100),
  lower double precision check (lower between 0 and 100),
  upper double precision check (upper between 0 and 100),
  interval_level double precision not null check (interval_level > 0 and interval_level < 1),
  bbox jsonb,
  outline jsonb,
  notch_side text check (notch_side in ('top', 'right', 'bottom', 'left')),
  px_per_mm double precision check (px_per_mm > 0),
  detection_confidence double precision check (detection_confidence between 0 and 1),
  flags jsonb not null,
  map_key text,
  overlay_key text,
  features_key text,
  model_version text not null,
  model_digest text not null references models (digest),
  pipeline_version text not null,
  elapsed_ms double precision not null check (elapsed_ms >= 0),
  analysed_by text not null,
  created_at timestamptz(3) not null,
  unique (image_id, model_digest, pipeline_version)
);
create index analyses_newest on analyses (created_at desc, id desc);
create index analyses_shear on analyses (shear_percent);

create table labels (
  id uuid primary key,
  -- Order of arrival, also among labels of the same millisecond.
  arrival bigint generated always as identity unique,
  analysis_id uuid not null references analyses (id),
  shear_percent double precision not null check (shear_percent between 0 and 100),
  decision text not null check (decision in ('accepted', 'corrected')),
  notes text,
  technician text not null,
  created_at timestamptz(3) not null,
  split_group text not null,
  held_out boolean not null,
  predicted_percent double precision,
  predicted_lower double precision,
  predicted_upper double precision,
  predicted_by text,
  considered_in text,
  learned_in text
);
create index labels_of_analysis on labels (analysis_id, arrival desc);
create index labels_waiting on labels (arrival) where considered_in is null;
create index labels_of_group on labels (split_group);
create index labels_of_technician on labels (technician);

create table jobs (
  id uuid primary key,
  kind text not null,
  state text not null check (state in ('queued', 'running', 'retrying', 'completed', 'cancelled', 'dead')),
  payload jsonb not null,
  done integer not null default 0,
  failed integer not null default 0,
  total integer not null default 0,
  attempts integer not null default 0,
  max_attempts integer not null check (max_attempts > 0),
  error text,
  result jsonb,
  created_by text not null,
  created_at timestamptz(3) not null,
  started_at timestamptz(3),
  finished_at timestamptz(3)
);
create index jobs_newest on jobs (created_at desc, id desc);
create index jobs_unfinished on jobs (kind, state) where state in ('queued', 'running', 'retrying');

create table job_items (
  job_id uuid not null references jobs (id),
  position integer not null,
  image_id uuid not null references images (id),
  analysis_id uuid references analyses (id),
  state text not null default 'waiting' check (state in ('waiting', 'done', 'failed')),
  error text,
  primary key (job_id, image_id)
);
create unique index job_items_in_order on job_items (job_id, position);
create index job_items_waiting on job_items (job_id, position) where state = 'waiting';

create table settings (
  key text primary key,
  value jsonb not null,
  updated_at timestamptz not null default now()
);

-- One row per living worker; the others unlock the jobs of one that stopped beating.
create table worker_heartbeats (
  worker_id text primary key,
  started_at timestamptz not null default now(),
  beat_at timestamptz not null default now()
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% of % is not allowed: the table is append-only', tg_op, tg_table_name
    using errcode = 'restrict_violation';
end $$;

create function keep_judgement() returns trigger language plpgsql as $$
begin
  if (new.id, new.arrival, new.analysis_id, new.shear_percent, new.decision, new.notes, new.technician,
      new.created_at, new.split_group, new.held_out)
     is distinct from
     (old.id, old.arrival, old.analysis_id, old.shear_percent, old.decision, old.notes, old.technician,
      old.created_at, old.split_group, old.held_out)
     or (old.predicted_by is not null and
         (new.predicted_percent, new.predicted_lower, new.predicted_upper, new.predicted_by)
         is distinct from
         (old.predicted_percent, old.predicted_lower, old.predicted_upper, old.predicted_by))
     or (old.considered_in is not null and new.considered_in is distinct from old.considered_in)
     or (old.learned_in is not null and new.learned_in is distinct from old.learned_in)
  then
    raise exception 'a label is never changed; add a newer one' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create trigger labels_keep_judgement before update on labels for each row execute function keep_judgement();
create trigger labels_no_delete before delete on labels for each row execute function refuse_change();
create trigger labels_no_truncate before truncate on labels for each statement execute function refuse_change();
create trigger deployments_no_change before update or delete on deployments
  for each row execute function refuse_change();
create trigger deployments_no_truncate before truncate on deployments
  for each statement execute function refuse_change();
create trigger models_no_change before update or delete on models for each row execute function refuse_change();
