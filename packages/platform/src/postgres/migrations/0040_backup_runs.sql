-- What became of backups and of the proofs that they can be restored; metrics and `mlmcsc doctor` read it.
create table backup_runs (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('backup', 'verification')),
  backup_id text,
  started_at timestamptz(3) not null,
  finished_at timestamptz(3) not null,
  -- Null: it succeeded.
  failure_code text,
  failure_detail text,
  size_bytes bigint check (size_bytes >= 0)
);
create index backup_runs_newest on backup_runs (kind, finished_at desc);
