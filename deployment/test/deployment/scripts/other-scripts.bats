#!/usr/bin/env bats
# shellcheck disable=SC2154 # `status` and `output` are set by `run`.
load support
setup() { prepare; }

@test "every script explains itself and refuses options that it does not have" {
  for script in "$SCRIPTS"/*.sh; do
    [ -x "$script" ] || continue
    run bash "$script" --help
    [ "$status" -eq 0 ] || { echo "$script --help"; false; }
    said "Usage: $(basename "$script")"
    run bash "$script" --no-such-option
    [ "$status" -eq 2 ] || { echo "$script --no-such-option: $status"; false; }
  done
}

@test "migrations: this release's own are expand-only; taking away is refused, adding and widening is not" {
  run bash "$SCRIPTS/check-migrations.sh" "$ROOT"/packages/platform/src/postgres/migrations/*.sql
  [ "$status" -eq 0 ] || { echo "$output"; false; }
  for bad in 'drop table a;' 'alter table a drop column b;' 'alter table a rename column b to c;' 'alter table a alter column b type text;' \
    'alter table a alter column b set not null;' 'alter table a add column c text, add column b int not null;' 'truncate a;' \
    'delete from a where b;' 'ALTER TABLE a ALTER COLUMN b DROP DEFAULT;'; do
    echo "$bad" >"$MIGRATIONS_DIR/0002_change.sql"
    run bash "$SCRIPTS/check-migrations.sh"
    [ "$status" -eq 1 ] || { echo "accepted: $bad"; false; }
  done
  for good in "create table a (b text not null);" "alter table a add column b int not null default 0;" "-- drop table a;" \
    "select 'drop table a';" 'create function f() returns void language sql as $$ delete from a; $$;' 'drop index i;' \
    'alter table a drop constraint c, add constraint c check (b > 0 or b is null);'; do
    echo "$good" >"$MIGRATIONS_DIR/0002_change.sql"
    run bash "$SCRIPTS/check-migrations.sh"
    [ "$status" -eq 0 ] || { echo "refused: $good"; false; }
  done
  printf -- '-- contract: v1 runs nowhere any more\ndrop table a;\n' >"$MIGRATIONS_DIR/0002_change.sql"
  run bash "$SCRIPTS/check-migrations.sh"
  [ "$status" -eq 1 ]
  run bash "$SCRIPTS/check-migrations.sh" --allow-contract
  [ "$status" -eq 0 ]
  run bash "$SCRIPTS/check-migrations.sh" --known 0001,0002
  [ "$status" -eq 0 ]
}

given() { S3_ACCESS_KEY_ID=$1 S3_SECRET_ACCESS_KEY=$2 BACKUP_S3_ACCESS_KEY_ID=$1 BACKUP_S3_SECRET_ACCESS_KEY=$2 "${@:3}"; }
secret_value() { jq -r --arg key "$2" '.data[$key] | @base64d' "$FAKE/state/secret.$1"; }

@test "secrets: strong, once, never over what exists, and never told" {
  given id key run bash "$SCRIPTS/generate-secrets.sh" production
  [ "$status" -eq 0 ] || { echo "$output"; false; }
  session=$(secret_value mlmcsc-secrets session-secret)
  password=$(secret_value mlmcsc-database-user password)
  [[ $session =~ ^[0-9a-f]{64}$ ]] && [[ $password =~ ^[0-9a-f]{64}$ ]] && [ "$session" != "$password" ]
  [ "$(secret_value mlmcsc-secrets database-url)" = "postgres://mlmcsc:$password@mlmcsc-pooler:5432/mlmcsc" ]
  [[ $output != *"$session"* && $output != *"$password"* ]]
  not_called "$session|$password"
  given other other run bash "$SCRIPTS/generate-secrets.sh" production
  [ "$status" -eq 0 ]
  [ "$(secret_value mlmcsc-secrets session-secret)" = "$session" ]
  [ "$(secret_value mlmcsc-secrets s3-access-key-id)" = id ]
}

@test "secrets: what somebody else has to give is said, and a part is filled without touching the rest" {
  run bash "$SCRIPTS/generate-secrets.sh" production
  [ "$status" -eq 1 ]
  said "not made: mlmcsc-backup-s3/access-key-id: give it in the environment as BACKUP_S3_ACCESS_KEY_ID"
  jq -n '{kind: "Secret", metadata: {name: "mlmcsc-backup-s3"}, data: {"access-key-id": ("mine" | @base64)}}' >"$FAKE/state/secret.mlmcsc-backup-s3"
  given id key run bash "$SCRIPTS/generate-secrets.sh" production
  [ "$status" -eq 0 ]
  [ "$(jq -rc '.data | map_values(@base64d)' "$FAKE/state/secret.mlmcsc-backup-s3")" = '{"access-key-id":"mine","secret-access-key":"key"}' ]
}

@test "secrets: as files of their owner" {
  folder=$BATS_TEST_TMPDIR/secrets
  given id key run bash "$SCRIPTS/generate-secrets.sh" --directory "$folder"
  [ "$status" -eq 0 ]
  [ "$(stat -c %a "$folder/mlmcsc-secrets/session-secret")" = 600 ]
  [[ $(cat "$folder/mlmcsc-secrets/redis-url") =~ ^rediss://:[0-9a-f]{64}@ ]]
  before=$(cat "$folder"/*/*)
  run bash "$SCRIPTS/generate-secrets.sh" --directory "$folder"
  [ "$status" -eq 0 ]
  [ "$(cat "$folder"/*/*)" = "$before" ]
  rm "$folder/mlmcsc-secrets/session-secret"
  run bash "$SCRIPTS/generate-secrets.sh" --directory "$folder" --check
  [ "$status" -eq 1 ]
}

@test "operators: pinned, in order, others on request; one that fails ends it and is named" {
  run bash "$SCRIPTS/bootstrap-cluster.sh"
  [ "$status" -eq 0 ] || { echo "$output"; false; }
  [ "$(grep -c '^helm upgrade --install .* --version v\?[0-9.]* .*--atomic --wait --timeout' "$FAKE/calls")" -eq "$(grep -c ^helm "$FAKE/calls")" ]
  called "upgrade --install cert-manager .* --version"
  not_called "install falco"
  : >"$FAKE/calls"
  run bash "$SCRIPTS/bootstrap-cluster.sh" --without vpa --with falco,eck
  [ "$status" -eq 0 ]
  called "install falco"
  not_called "install vpa"
  : >"$FAKE/calls"
  FAKE_HELM_FAILS=keda run bash "$SCRIPTS/bootstrap-cluster.sh"
  [ "$status" -eq 1 ]
  said "keda 2"
  not_called "install vpa"
  run bash "$SCRIPTS/bootstrap-cluster.sh" --only cert-manger
  [ "$status" -eq 2 ]
  said "there is no operator 'cert-manger'"
  : >"$FAKE/calls"
  run bash "$SCRIPTS/bootstrap-cluster.sh" --dry-run
  [ "$status" -eq 0 ]
  not_called "^helm"
}

@test "assets: only names with a hash, to be kept for ever" {
  mkdir -p "$BATS_TEST_TMPDIR/web/assets"
  touch "$BATS_TEST_TMPDIR/web/assets"/{index-B2xY_9zq.js,style-0a1b2c3d.css,logo.png} "$BATS_TEST_TMPDIR/web/index.html"
  run bash "$SCRIPTS/publish-assets.sh" --bucket lab-assets --prefix v1 --endpoint https://s3.example --source "$BATS_TEST_TMPDIR/web"
  [ "$status" -eq 0 ] || { echo "$output"; false; }
  called "--key v1/assets/index-B2xY_9zq.js .*text/javascript .*public, max-age=31536000, immutable"
  called "--key v1/assets/style-0a1b2c3d.css .*text/css"
  said "left out: assets/logo.png"
  not_called "index.html"
  FAKE_AWS_FAILS=style run bash "$SCRIPTS/publish-assets.sh" --bucket lab-assets --source "$BATS_TEST_TMPDIR/web"
  [ "$status" -eq 1 ]
  said "assets/style-0a1b2c3d.css was not published"
  : >"$FAKE/calls"
  run bash "$SCRIPTS/publish-assets.sh" --bucket lab-assets --source "$BATS_TEST_TMPDIR/web" --dry-run
  [ "$status" -eq 0 ]
  not_called "^aws"
  run bash "$SCRIPTS/publish-assets.sh" --bucket lab-assets --source "$BATS_TEST_TMPDIR"
  [ "$status" -eq 1 ]
}

@test "smoke test: each wrong answer is named, a key never stands in the list of processes" {
  export MLMCSC_FORWARDED_PORT=40001
  echo secret-key >"$BATS_TEST_TMPDIR/key"
  run bash "$SCRIPTS/smoke-test.sh" https://mlmcsc.example --forwarded --api-key-file "$BATS_TEST_TMPDIR/key"
  [ "$status" -eq 0 ] || { echo "$output"; false; }
  said "ok      reads the history with a key"
  not_called secret-key
  FAKE_SICK=blue run bash "$SCRIPTS/smoke-test.sh" https://mlmcsc.example --forwarded --ready-within 0
  [ "$status" -eq 1 ]
  said "not ok  ready: database, objects, model: GET /readyz answered 503, not 200"
  run bash "$SCRIPTS/smoke-test.sh" 'https://mlmcsc.example/;reboot'
  [ "$status" -eq 2 ]
}
