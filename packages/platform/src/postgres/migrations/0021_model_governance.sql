-- How a model came into service, promotions that wait for a second person, and challengers on trial.
alter table deployments add column kind text not null default 'automatic'
  check (kind in ('automatic', 'promoted', 'rolled-back'));
alter table deployments add column approved_by text;
create index deployments_to on deployments (to_version, deployed_at);
insert into person_columns values ('deployments', 'approved_by');

create or replace function keep_deployment() returns trigger language plpgsql as $$
begin
  if (new.id, new.alias, new.from_version, new.to_version, new.reason, new.deployed_at, new.kind)
     is distinct from
     (old.id, old.alias, old.from_version, old.to_version, old.reason, old.deployed_at, old.kind)
     or (new.deployed_by <> old.deployed_by and not is_erasure(old.deployed_by, new.deployed_by))
     or (new.approved_by is distinct from old.approved_by
         and not coalesce(is_erasure(old.approved_by, new.approved_by), false))
  then
    raise exception 'a deployment is never changed' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create table promotion_requests (
  id uuid primary key,
  model_version text not null references models (version),
  -- The champion that the gate compared it with.
  champion_version text not null references models (version),
  reason text not null,
  requested_by text not null,
  requested_at timestamptz(3) not null,
  decision text check (decision in ('approved', 'declined')),
  decided_by text,
  decided_at timestamptz(3),
  check ((decision is null) = (decided_by is null) and (decision is null) = (decided_at is null))
);
create index promotion_requests_newest on promotion_requests (requested_at desc, id desc);
create unique index promotion_requests_open on promotion_requests (model_version) where decision is null;
insert into person_columns values
  ('promotion_requests', 'requested_by'),
  ('promotion_requests', 'decided_by');

create table model_trials (
  id uuid primary key,
  model_version text not null references models (version),
  -- Percent of the specimens that it answers; 0: it answers none and is only compared.
  percent integer not null check (percent between 0 and 50),
  started_by text not null,
  started_at timestamptz(3) not null,
  ended_by text,
  ended_at timestamptz(3),
  end_reason text,
  check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (end_reason is null))
);
create index model_trials_newest on model_trials (started_at desc, id desc);
create unique index model_trials_open on model_trials ((true)) where ended_at is null;
insert into person_columns values ('model_trials', 'started_by'), ('model_trials', 'ended_by');

-- What the model that did not answer would have said of the same picture.
create table trial_answers (
  trial_id uuid not null references model_trials (id),
  analysis_id uuid not null references analyses (id) on delete cascade,
  model_version text not null,
  status text not null check (status in ('ok', 'no-face', 'poor')),
  shear_percent double precision check (shear_percent between 0 and 100),
  lower double precision check (lower between 0 and 100),
  upper double precision check (upper between 0 and 100),
  answered_at timestamptz(3) not null,
  primary key (trial_id, analysis_id)
);
create index trial_answers_analysis on trial_answers (analysis_id);
