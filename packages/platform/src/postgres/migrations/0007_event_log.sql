-- What was announced, for listeners that were away. Written in the transaction that announces, pruned by age.
create table event_log (
  id bigint generated always as identity primary key,
  -- Given at the commit, so that positions are in the order of commits: who has seen one has seen all before it. Gaps mean
  -- nothing. Null only inside the transaction that writes the row.
  position bigint unique,
  type text not null,
  payload jsonb not null,
  created_at timestamptz(3) not null default now()
);
create index event_log_created_at on event_log (created_at);

create sequence event_log_position;

-- The highest position that was pruned: a listener that has seen less cannot catch up.
create table event_log_horizon (
  is_only boolean primary key default true check (is_only),
  pruned_to bigint not null
);
insert into event_log_horizon (pruned_to) values (0);

-- Runs at the commit; see seal_audit_entry, whose lock this shares: with two locks, transactions that write to both logs in
-- different order would wait for each other. NOTIFY holds a lock of its own from here to the end, so this costs no concurrency.
create function place_event() returns trigger language plpgsql as $$
declare
  placed bigint;
begin
  perform pg_advisory_xact_lock(7261531002);
  placed := nextval('event_log_position');
  update event_log set position = placed where id = new.id;
  perform pg_notify('mlmcsc_events', (new.payload || jsonb_build_object('position', placed))::text);
  return null;
end $$;

create constraint trigger event_log_place after insert on event_log
  deferrable initially deferred for each row execute function place_event();
