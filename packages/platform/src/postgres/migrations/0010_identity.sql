-- Invitations, deactivation, API keys and second factors. Processes of the release before know nothing of a deactivated
-- user, so let them end before users are deactivated.
alter table auth_user
  add column deactivated_at timestamptz,
  add column last_signed_in_at timestamptz;

alter table auth_session
  add column method text not null default 'password'
    check (method in ('password', 'password-and-code', 'single-sign-on'));

-- Secrets that let their holder set a password, once. A user has at most one.
create table auth_one_time_link (
  token_hash text primary key,
  user_id uuid not null unique references auth_user (id) on delete cascade,
  purpose text not null check (purpose in ('invitation', 'password-reset')),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);

-- Revoked keys are deleted; the audit trail remembers them.
create table auth_api_key (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references auth_user (id) on delete cascade,
  name text not null,
  prefix text not null,
  secret_hash text not null unique,
  scopes text[] not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  last_used_at timestamptz
);
create index auth_api_key_user_id_idx on auth_api_key (user_id);

create table auth_second_factor (
  user_id uuid primary key references auth_user (id) on delete cascade,
  -- Encrypted with the session secret.
  secret text not null,
  confirmed_at timestamptz,
  -- Number of the 30-second step whose code was used last: no code works twice.
  last_step bigint not null default 0,
  created_at timestamptz not null default now()
);

create table auth_recovery_code (
  user_id uuid not null references auth_second_factor (user_id) on delete cascade,
  code_hash text not null,
  primary key (user_id, code_hash)
);
