-- Priorities, traces, the number of the newest run, and an index from which queue statistics are read.
-- Expands only: the previous release leaves the new columns at their defaults.
alter table jobs add column priority text not null default 'normal' check (priority in ('low', 'normal', 'high'));
alter table jobs add column runs integer not null default 0;
alter table jobs add column traceparent text;
alter table jobs add column closed_reason text;
alter table jobs add column available_at timestamptz(3) not null default now();
update jobs set available_at = created_at;

create index jobs_unsettled on jobs (kind, priority, state, available_at)
  where state in ('queued', 'running', 'retrying', 'dead');
create index jobs_dead on jobs (finished_at, id) where state = 'dead';
create index jobs_finished on jobs (finished_at) where state in ('completed', 'cancelled');
