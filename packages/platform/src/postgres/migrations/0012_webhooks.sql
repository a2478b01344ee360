-- Subscriptions of other systems, the outbox of what they are told, and the log of every attempt.
create table webhook_subscriptions (
  id uuid primary key,
  url text not null,
  description text,
  event_types text[] not null check (cardinality(event_types) > 0),
  is_enabled boolean not null,
  disabled_reason text,
  -- Encrypted with a key derived from the installation's secret.
  secret bytea not null,
  previous_secret bytea,
  previous_secret_until timestamptz(3),
  created_by text not null,
  created_at timestamptz(3) not null
);

create table webhook_events (
  id uuid primary key,
  type text not null,
  -- Identifiers of the rows it is about; those never change, so the body can be made from them later.
  subject jsonb not null,
  -- Made at the first attempt; the same bytes at every later one.
  body text,
  occurred_at timestamptz(3) not null default now()
);
create index webhook_events_oldest on webhook_events (occurred_at);

create table webhook_deliveries (
  id uuid primary key default gen_random_uuid(),
  subscription_id uuid not null references webhook_subscriptions (id) on delete cascade,
  event_id uuid not null references webhook_events (id) on delete cascade,
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'dead')),
  attempts integer not null default 0,
  -- Attempts made before a person asked for the delivery once more.
  attempts_before integer not null default 0,
  -- A worker that takes it sets this to the end of its time, so that another goes on when it dies.
  next_at timestamptz(3) not null default now(),
  created_at timestamptz(3) not null default now(),
  finished_at timestamptz(3),
  unique (subscription_id, event_id)
);
create index webhook_deliveries_due on webhook_deliveries (next_at) where state = 'waiting';
create index webhook_deliveries_newest on webhook_deliveries (subscription_id, created_at desc, id desc);
create index webhook_deliveries_of_event on webhook_deliveries (event_id);

create table webhook_attempts (
  delivery_id uuid not null references webhook_deliveries (id) on delete cascade,
  number integer not null,
  at timestamptz(3) not null,
  status integer,
  latency_ms integer not null,
  error text,
  response text,
  primary key (delivery_id, number)
);

insert into person_columns values ('webhook_subscriptions', 'created_by');
