-- Whether pictures, answers and labels still are as they were: references, how every signal stands, and what was found.

alter table picture_measures add column measured_at timestamptz(3) not null default now();
update picture_measures set measured_at = analyses.created_at from analyses where analyses.id = analysis_id;
create index picture_measures_in_order on picture_measures (measured_at, analysis_id);

create table drift_references (
  id uuid primary key,
  begins_at timestamptz(3) not null,
  base_digest text not null,
  pipeline_version text not null,
  reason text not null check (reason <> ''),
  set_by text not null,
  set_at timestamptz(3) not null,
  pictures integer not null check (pictures >= 0),
  points integer not null check (points >= 0),
  is_complete boolean not null,
  watch_from timestamptz(3),
  watched_pictures integer not null check (watched_pictures >= 0),
  evaluated_at timestamptz(3),
  comparison jsonb
);
create index drift_references_newest on drift_references (set_at desc, id desc);

create table drift_charts (
  reference_id uuid not null references drift_references (id),
  signal text not null,
  chart jsonb not null,
  primary key (reference_id, signal)
);

create table drift_findings (
  id uuid primary key,
  reference_id uuid not null references drift_references (id),
  signal text not null,
  direction text not null check (direction in ('up', 'down')),
  since timestamptz(3) not null,
  analysis_id uuid references analyses (id) on delete set null,
  detected_at timestamptz(3) not null,
  raised_at timestamptz(3) not null,
  statistic double precision not null,
  threshold double precision not null,
  usual double precision not null,
  seen double precision not null,
  acknowledged_by text,
  acknowledged_at timestamptz(3),
  acknowledgement text check (acknowledgement <> ''),
  ended_at timestamptz(3),
  ended_by text check (ended_by in ('steady', 'new-reference')),
  check (num_nulls(acknowledged_by, acknowledged_at, acknowledgement) in (0, 3)),
  check ((ended_at is null) = (ended_by is null))
);
create index drift_findings_newest on drift_findings (raised_at desc, id desc);
create index drift_findings_analysis on drift_findings (analysis_id);
-- An episode that lasts has one finding.
create unique index drift_findings_open on drift_findings (reference_id, signal) where ended_at is null;

insert into person_columns values
  ('drift_references', 'set_by'),
  ('drift_findings', 'acknowledged_by');
