-- Heats, machines, series and specimens of a Charpy laboratory, the pictures of a specimen, and every state a record ever had.
create table heats (
  id uuid primary key,
  name text not null unique check (name <> ''),
  grade text,
  product text,
  thickness_mm double precision check (thickness_mm > 0),
  notes text,
  revision integer not null check (revision > 0),
  created_by text not null,
  created_at timestamptz(3) not null,
  updated_by text not null,
  updated_at timestamptz(3) not null
);
create index heats_newest on heats (created_at desc, id desc);

create table test_machines (
  id uuid primary key,
  name text not null unique check (name <> ''),
  maker text,
  serial_number text,
  capacity_j double precision not null check (capacity_j > 0),
  striker_mm integer not null check (striker_mm in (2, 8)),
  verified_on date,
  verification_due_on date,
  is_retired boolean not null,
  notes text,
  revision integer not null check (revision > 0),
  created_by text not null,
  created_at timestamptz(3) not null,
  updated_by text not null,
  updated_at timestamptz(3) not null
);
create index test_machines_newest on test_machines (created_at desc, id desc);

create table series (
  id uuid primary key,
  name text not null unique check (name <> ''),
  client text,
  project text,
  heat_id uuid references heats (id),
  machine_id uuid references test_machines (id),
  standard text not null check (standard in ('ISO 148-1', 'ASTM E23')),
  edition text,
  notch text not null check (notch in ('V', 'U', 'none')),
  orientation text,
  location text,
  acceptance jsonb,
  rounding jsonb not null,
  status text not null check (status in ('open', 'closed')),
  notes text,
  revision integer not null check (revision > 0),
  created_by text not null,
  created_at timestamptz(3) not null,
  updated_by text not null,
  updated_at timestamptz(3) not null
);
create index series_newest on series (created_at desc, id desc);
create index series_of_heat on series (heat_id);
create index series_of_machine on series (machine_id);

-- One row for each list that was read in; `id` makes repeating an import harmless.
create table specimen_imports (
  id uuid primary key,
  file_name text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  options jsonb not null,
  specimens integer not null check (specimens > 0),
  created_by text not null,
  created_at timestamptz(3) not null
);

create table specimens (
  id uuid primary key,
  identifier text not null unique check (identifier <> ''),
  series_id uuid references series (id),
  heat_id uuid references heats (id),
  machine_id uuid references test_machines (id),
  import_id uuid references specimen_imports (id),
  width_mm double precision not null check (width_mm > 0),
  height_mm double precision not null check (height_mm > 0),
  notch_depth_mm double precision not null check (notch_depth_mm >= 0),
  -- As entered, and in the unit that is calculated with.
  temperature jsonb,
  temperature_celsius double precision check (temperature_celsius >= -273.15),
  energy jsonb,
  energy_j double precision check (energy_j >= 0),
  lateral_expansion jsonb,
  lateral_expansion_mm double precision check (lateral_expansion_mm >= 0),
  shear jsonb,
  shear_percent double precision check (shear_percent between 0 and 100),
  is_unbroken boolean not null,
  abnormality text,
  tester text,
  tested_at timestamptz(3),
  notes text,
  revision integer not null check (revision > 0),
  created_by text not null,
  created_at timestamptz(3) not null,
  updated_by text not null,
  updated_at timestamptz(3) not null,
  check ((temperature is null) = (temperature_celsius is null)),
  check ((energy is null) = (energy_j is null)),
  check ((shear is null) = (shear_percent is null))
);
create index specimens_newest on specimens (created_at desc, id desc);
create index specimens_of_series on specimens (series_id, created_at desc, id desc);
create index specimens_of_heat on specimens (heat_id);
create index specimens_of_machine on specimens (machine_id);
create index specimens_of_import on specimens (import_id);
create index specimens_identifier_text on specimens using gin (lower(identifier) gin_trgm_ops);

-- What was told at capture, like `specimen`; null with an older release or when nobody told.
alter table images add column half integer check (half in (1, 2));
create index images_specimen on images (specimen) where specimen is not null;

create table specimen_pictures (
  image_id uuid primary key references images (id),
  specimen_id uuid not null references specimens (id),
  half integer check (half in (1, 2)),
  linked_by text not null,
  linked_at timestamptz(3) not null
);
create index specimen_pictures_of on specimen_pictures (specimen_id, linked_at);

-- Append-only: a later signature names a revision and so the values that were signed.
create table record_revisions (
  id uuid primary key,
  kind text not null check (kind in ('heat', 'test-machine', 'series', 'specimen')),
  record_id uuid not null,
  revision integer not null check (revision > 0),
  change text not null
    check (change in ('created', 'changed', 'deleted', 'picture-linked', 'picture-unlinked')),
  fields text[] not null,
  record jsonb not null,
  reason text,
  -- Apart from the record, because a person may be erased.
  tester text,
  changed_by text not null,
  changed_at timestamptz(3) not null,
  unique (kind, record_id, revision)
);

create function keep_record_revision() returns trigger language plpgsql as $$
begin
  if (new.id, new.kind, new.record_id, new.revision, new.change, new.fields, new.record, new.reason, new.changed_at)
     is distinct from
     (old.id, old.kind, old.record_id, old.revision, old.change, old.fields, old.record, old.reason, old.changed_at)
     or (new.changed_by <> old.changed_by and not is_erasure(old.changed_by, new.changed_by))
     or (new.tester is distinct from old.tester and not coalesce(is_erasure(old.tester, new.tester), false))
  then
    raise exception 'the history of a record is never changed' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger record_revisions_keep before update on record_revisions
  for each row execute function keep_record_revision();
create trigger record_revisions_no_delete before delete on record_revisions
  for each row execute function refuse_change();
create trigger record_revisions_no_truncate before truncate on record_revisions
  for each statement execute function refuse_change();

insert into person_columns values
  ('heats', 'created_by'),
  ('heats', 'updated_by'),
  ('test_machines', 'created_by'),
  ('test_machines', 'updated_by'),
  ('series', 'created_by'),
  ('series', 'updated_by'),
  ('specimen_imports', 'created_by'),
  ('specimens', 'tester'),
  ('specimens', 'created_by'),
  ('specimens', 'updated_by'),
  ('specimen_pictures', 'linked_by'),
  ('record_revisions', 'tester'),
  ('record_revisions', 'changed_by');
