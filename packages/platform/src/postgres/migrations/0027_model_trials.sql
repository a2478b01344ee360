-- A trial says why it began. What the other model has still to say waits for a worker; what failed is kept and counted.
alter table model_trials add column reason text not null default '';

alter table trial_answers drop constraint trial_answers_status_check;
alter table trial_answers add constraint trial_answers_status_check
  check (status in ('waiting', 'ok', 'no-face', 'poor', 'failed'));
alter table trial_answers alter column answered_at drop not null;
alter table trial_answers add column error text;
alter table trial_answers add column attempts integer not null default 0;
-- From when a worker may take it.
alter table trial_answers add column due_at timestamptz(3) not null default now();
alter table trial_answers add constraint trial_answers_answered_check
  check ((status = 'waiting') = (answered_at is null));
create index trial_answers_waiting on trial_answers (due_at) where status = 'waiting';
