-- The audit trail: a gapless chain of hashes that nobody changes, and beside it what may be erased about people.

-- One stable pseudonym a person; records that outlive a person keep the pseudonym, never the name. `:` is in no user name.
create table people (
  pseudonym text primary key
    default 'person:' || substr(replace(gen_random_uuid()::text, '-', ''), 1, 12),
  username text unique,
  first_seen_at timestamptz(3) not null default now(),
  erased_at timestamptz(3),
  check (pseudonym ~ '^person:[0-9a-f]{12}$'),
  check ((username is null) = (erased_at is not null))
);

create function person_pseudonym(name text) returns text language plpgsql as $$
declare
  known text;
begin
  -- What outlived an erasure carries the pseudonym already.
  if name like 'person:%' then return name; end if;
  select pseudonym into known from people where username = name;
  if known is null then
    insert into people (username) values (name) on conflict (username) do nothing returning pseudonym into known;
    if known is null then select pseudonym into known from people where username = name; end if;
  end if;
  return known;
end $$;

create table audit_log (
  position bigint primary key check (position > 0),
  at timestamptz(3) not null,
  action text not null,
  actor_kind text not null check (actor_kind in ('user', 'api-key', 'system', 'anonymous')),
  actor text,
  actor_key text,
  subject_kind text,
  subject_id text,
  request_id text,
  -- `json`, not `jsonb`: the text is hashed, so it stays as it was stored, whatever a later server would print.
  details json not null,
  -- Commitments to the rows of audit_personal, which may be erased without breaking the chain.
  actor_digest text,
  subject_digest text,
  prev_hash text not null check (prev_hash ~ '^[0-9a-f]{64}$'),
  hash text not null check (hash ~ '^[0-9a-f]{64}$')
);
create index audit_log_at on audit_log (at);
create index audit_log_of_actor on audit_log (actor, position desc);
create index audit_log_of_action on audit_log (action, position desc);
create index audit_log_of_subject on audit_log (subject_kind, subject_id, position desc);

-- Names, addresses: erasable. The random nonce keeps a short value from being guessed back out of its digest.
create table audit_personal (
  position bigint not null references audit_log (position),
  part text not null check (part in ('actor', 'subject')),
  nonce uuid not null,
  personal json not null,
  primary key (position, part)
);

-- Entries of transactions that have not committed yet; empty at any other time.
create table audit_inbox (
  id bigint generated always as identity primary key,
  action text not null,
  actor_kind text not null,
  actor_name text,
  actor_key text,
  actor_personal json,
  subject_kind text,
  subject_id text,
  subject_personal json,
  request_id text,
  details json not null
);

-- Adds an entry in the caller's transaction. The entry:
-- {"action", "actor": {"kind", "name", "key", "personal"}, "subject": {"kind", "id", "personal"}, "request_id", "details"}.
-- The id of a subject of kind `user` is the user name; it is stored as the pseudonym.
create function audit_append(entry jsonb) returns void language plpgsql as $$
declare
  actor_name text := entry #>> '{actor,name}';
  actor_personal jsonb := jsonb_strip_nulls(coalesce(nullif(entry #> '{actor,personal}', 'null'), '{}'));
  subject_personal jsonb := jsonb_strip_nulls(coalesce(nullif(entry #> '{subject,personal}', 'null'), '{}'));
begin
  if actor_name is not null then
    actor_personal := actor_personal || jsonb_build_object('name', actor_name);
  end if;
  if entry #>> '{subject,kind}' = 'user' then
    subject_personal := subject_personal || jsonb_build_object('name', entry #>> '{subject,id}');
  end if;
  insert into audit_inbox (action, actor_kind, actor_name, actor_key, actor_personal, subject_kind, subject_id,
                           subject_personal, request_id, details)
  values (
    entry ->> 'action',
    entry #>> '{actor,kind}',
    actor_name,
    entry #>> '{actor,key}',
    nullif(actor_personal, '{}')::json,
    entry #>> '{subject,kind}',
    entry #>> '{subject,id}',
    nullif(subject_personal, '{}')::json,
    entry ->> 'request_id',
    coalesce(nullif(entry -> 'details', 'null'), '{}')::json);
end $$;

-- What is hashed; docs/explanation/records-an-auditor-trusts.md describes it byte for byte.
create function audit_canonical(entry audit_log) returns text language sql stable as $$
  select '{"position":' || entry.position
    || ',"at":"' || to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
    || '","action":' || to_json(entry.action)
    || ',"actor_kind":' || to_json(entry.actor_kind)
    || ',"actor":' || coalesce(to_json(entry.actor)::text, 'null')
    || ',"actor_key":' || coalesce(to_json(entry.actor_key)::text, 'null')
    || ',"subject_kind":' || coalesce(to_json(entry.subject_kind)::text, 'null')
    || ',"subject_id":' || coalesce(to_json(entry.subject_id)::text, 'null')
    || ',"request_id":' || coalesce(to_json(entry.request_id)::text, 'null')
    || ',"details":' || entry.details
    || ',"actor_digest":' || coalesce(to_json(entry.actor_digest)::text, 'null')
    || ',"subject_digest":' || coalesce(to_json(entry.subject_digest)::text, 'null')
    || '}'
$$;

create function sha256_hex(value text) returns text language sql immutable as $$
  select encode(sha256(convert_to(value, 'UTF8')), 'hex')
$$;

-- Runs at the commit of the transaction that added the entry: the lock is the last thing it takes and is held only
-- until the commit is written, and no client can stall while holding it. Positions are in the order of commits.
create function seal_audit_entry() returns trigger language plpgsql as $$
declare
  sealed audit_log;
  actor_nonce uuid := gen_random_uuid();
  subject_nonce uuid := gen_random_uuid();
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'the audit trail needs transactions that read committed rows'
      using errcode = 'invalid_transaction_state';
  end if;
  perform pg_advisory_xact_lock(7261531002);
  select position, hash into sealed.position, sealed.prev_hash from audit_log order by position desc limit 1;
  sealed.position := coalesce(sealed.position, 0) + 1;
  sealed.prev_hash := coalesce(sealed.prev_hash, repeat('0', 64));
  sealed.at := clock_timestamp();
  sealed.action := new.action;
  sealed.actor_kind := new.actor_kind;
  -- Pseudonyms are made here, under the lock: two transactions that meet a new name never wait for each other.
  sealed.actor := case when new.actor_name is not null then person_pseudonym(new.actor_name) end;
  sealed.actor_key := new.actor_key;
  sealed.subject_kind := new.subject_kind;
  sealed.subject_id :=
    case when new.subject_kind = 'user' then person_pseudonym(new.subject_id) else new.subject_id end;
  sealed.request_id := new.request_id;
  sealed.details := new.details;
  if new.actor_personal is not null then
    sealed.actor_digest := sha256_hex(actor_nonce || E'\n' || new.actor_personal);
  end if;
  if new.subject_personal is not null then
    sealed.subject_digest := sha256_hex(subject_nonce || E'\n' || new.subject_personal);
  end if;
  sealed.hash := sha256_hex(sealed.prev_hash || E'\n' || audit_canonical(sealed));
  insert into audit_log values (sealed.*);
  if new.actor_personal is not null then
    insert into audit_personal values (sealed.position, 'actor', actor_nonce, new.actor_personal);
  end if;
  if new.subject_personal is not null then
    insert into audit_personal values (sealed.position, 'subject', subject_nonce, new.subject_personal);
  end if;
  delete from audit_inbox where id = new.id;
  return null;
end $$;

create constraint trigger audit_inbox_seal after insert on audit_inbox
  deferrable initially deferred for each row execute function seal_audit_entry();

create trigger audit_log_no_change before update or delete on audit_log
  for each row execute function refuse_change();
create trigger audit_log_no_truncate before truncate on audit_log
  for each statement execute function refuse_change();
-- Erasing is what the table is for; changing is not.
create trigger audit_personal_no_change before update on audit_personal
  for each row execute function refuse_change();
create trigger audit_personal_no_truncate before truncate on audit_personal
  for each statement execute function refuse_change();
