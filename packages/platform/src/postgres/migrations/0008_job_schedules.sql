-- Jobs that start by the clock. A row is taken with a lock and moved on in the transaction that adds its job, so each time
-- gives one job, however many workers look.
create table job_schedules (
  name text primary key,
  kind text not null,
  cron text not null,
  time_zone text not null,
  is_enabled boolean not null default true,
  -- Changed by an administrator: a release with another standard leaves it alone.
  is_changed boolean not null default false,
  next_at timestamptz(3) not null,
  last_at timestamptz(3),
  last_job_id uuid
);
