-- What the first request with an idempotency key did; a row without a status belongs to a request that is running.
create table idempotency_key (
  username text not null,
  key text not null,
  fingerprint text not null,
  status smallint,
  location text,
  body jsonb,
  claimed_at timestamptz not null default now(),
  primary key (username, key)
);
create index idempotency_key_claimed_at_idx on idempotency_key (claimed_at);
