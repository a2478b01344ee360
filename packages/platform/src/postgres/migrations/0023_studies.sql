-- Studies of readers: who reads which specimen how often, in an order of their own, blind; and what a reviewer decides where they differ.
create table studies (
  id uuid primary key,
  name text not null unique check (name <> ''),
  notes text,
  repeats integer not null check (repeats between 1 and 5),
  -- Points of percent shear between readers above which a reviewer decides.
  disagreement_threshold double precision not null check (disagreement_threshold > 0 and disagreement_threshold <= 100),
  includes_model boolean not null,
  -- The order of reading follows from it.
  seed integer not null check (seed >= 0),
  created_by text not null,
  created_at timestamptz(3) not null,
  closed_by text,
  closed_at timestamptz(3),
  close_reason text,
  check ((closed_at is null) = (closed_by is null) and (closed_at is null) = (close_reason is null))
);
create index studies_newest on studies (created_at desc, id desc);

create table study_specimens (
  study_id uuid not null references studies (id),
  specimen_id uuid not null references specimens (id),
  position integer not null check (position > 0),
  image_id uuid not null references images (id),
  -- What the model had said of the picture when the study began; null when nothing.
  model_percent double precision check (model_percent between 0 and 100),
  model_version text,
  primary key (study_id, specimen_id),
  unique (study_id, position),
  check ((model_percent is null) = (model_version is null))
);
create index study_specimens_specimen on study_specimens (specimen_id);
create index study_specimens_image on study_specimens (image_id);

-- Every reading that is asked for, from the beginning; `percent` is null until it is given.
create table study_readings (
  id uuid primary key,
  study_id uuid not null,
  specimen_id uuid not null,
  reader text not null,
  repeat integer not null check (repeat > 0),
  -- In which order this reader reads.
  place integer not null check (place > 0),
  percent double precision check (percent between 0 and 100),
  read_at timestamptz(3),
  foreign key (study_id, specimen_id) references study_specimens (study_id, specimen_id),
  unique (study_id, reader, place),
  unique (study_id, specimen_id, reader, repeat),
  check ((percent is null) = (read_at is null))
);
create index study_readings_of_reader on study_readings (reader);

-- Append-only; the newest counts.
create table study_adjudications (
  id uuid primary key,
  study_id uuid not null,
  specimen_id uuid not null,
  percent double precision not null check (percent between 0 and 100),
  reason text not null check (reason <> ''),
  adjudicated_by text not null,
  adjudicated_at timestamptz(3) not null,
  foreign key (study_id, specimen_id) references study_specimens (study_id, specimen_id)
);
create index study_adjudications_of on study_adjudications (study_id, specimen_id, adjudicated_at);

create function keep_study() returns trigger language plpgsql as $$
begin
  if (new.id, new.name, new.notes, new.repeats, new.disagreement_threshold, new.includes_model, new.seed, new.created_at)
     is distinct from
     (old.id, old.name, old.notes, old.repeats, old.disagreement_threshold, old.includes_model, old.seed, old.created_at)
     or (new.created_by <> old.created_by and not is_erasure(old.created_by, new.created_by))
     or (old.closed_at is not null
         and ((new.closed_at, new.close_reason) is distinct from (old.closed_at, old.close_reason)
              or (new.closed_by is distinct from old.closed_by
                  and not coalesce(is_erasure(old.closed_by, new.closed_by), false))))
  then
    raise exception 'a study is only closed, never changed' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger studies_keep before update on studies for each row execute function keep_study();
create trigger studies_no_delete before delete on studies for each row execute function refuse_change();
create trigger study_specimens_no_change before update or delete on study_specimens
  for each row execute function refuse_change();

create function keep_study_reading() returns trigger language plpgsql as $$
begin
  if (new.id, new.study_id, new.specimen_id, new.repeat, new.place)
     is distinct from (old.id, old.study_id, old.specimen_id, old.repeat, old.place)
     or (new.reader <> old.reader and not is_erasure(old.reader, new.reader))
     or (old.percent is not null and (new.percent, new.read_at) is distinct from (old.percent, old.read_at))
  then
    raise exception 'a reading is given once' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger study_readings_keep before update on study_readings
  for each row execute function keep_study_reading();
create trigger study_readings_no_delete before delete on study_readings
  for each row execute function refuse_change();

create function keep_study_adjudication() returns trigger language plpgsql as $$
begin
  if (new.id, new.study_id, new.specimen_id, new.percent, new.reason, new.adjudicated_at)
     is distinct from (old.id, old.study_id, old.specimen_id, old.percent, old.reason, old.adjudicated_at)
     or (new.adjudicated_by <> old.adjudicated_by and not is_erasure(old.adjudicated_by, new.adjudicated_by))
  then
    raise exception 'an adjudication is followed by another, never changed' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger study_adjudications_keep before update on study_adjudications
  for each row execute function keep_study_adjudication();
create trigger study_adjudications_no_delete before delete on study_adjudications
  for each row execute function refuse_change();

insert into person_columns values
  ('studies', 'created_by'),
  ('studies', 'closed_by'),
  ('study_readings', 'reader'),
  ('study_adjudications', 'adjudicated_by');
