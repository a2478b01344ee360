-- What a request with an idempotency key makes is named before it is made: a repetition after a crash finds it by that name.
alter table idempotency_key add column effect_id uuid not null default gen_random_uuid();
-- Given back after a failure: the next repetition need not wait, and keeps the name.
alter table idempotency_key add column is_free boolean not null default false;
