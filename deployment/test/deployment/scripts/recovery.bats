#!/usr/bin/env bats
# Scripts of the recovery, with recording aws and kubectl.

setup() {
  load support
  prepare
}

@test "protect-bucket: versions, lifecycle and lock are set, and read back" {
  run bash "$SCRIPTS/protect-bucket.sh" --bucket lab-objects --keep-days 14 --lock-days 7 --endpoint https://s3.example
  [ "$status" -eq 0 ] || { echo "$output"; false; }
  said "can be brought back for 14 days, and nobody can remove it for 7"
  called "--endpoint-url https://s3.example .*put-bucket-versioning --versioning-configuration Status=Enabled --bucket lab-objects"
  called 'put-bucket-lifecycle-configuration .*"NoncurrentDays":14'
  called 'put-object-lock-configuration .*"COMPLIANCE","Days":7'
  not_called create-bucket
  # Again: the same calls, no failure.
  run bash "$SCRIPTS/protect-bucket.sh" --bucket lab-objects --keep-days 14 --lock-days 7
  [ "$status" -eq 0 ]
}

@test "protect-bucket: a bucket that is not there is made only when asked to, with the lock from the start" {
  FAKE_AWS_FAILS=head-bucket run bash "$SCRIPTS/protect-bucket.sh" --bucket lab-objects --lock-days 7
  [ "$status" -eq 1 ]
  said "--create"
  FAKE_AWS_FAILS=head-bucket run bash "$SCRIPTS/protect-bucket.sh" --bucket lab-objects --lock-days 7 --create
  [ "$status" -eq 0 ] || { echo "$output"; false; }
  called "create-bucket --object-lock-enabled-for-bucket --bucket lab-objects"
}

@test "protect-bucket: what the server does not take, or somebody else set, ends it" {
  FAKE_AWS_FAILS=put-object-lock run bash "$SCRIPTS/protect-bucket.sh" --bucket lab-objects --lock-days 7
  [ "$status" -eq 1 ]
  said "takes no object lock"
  echo '{"Rules":[{"ID":"glacier"}]}' >"$FAKE/aws-get-bucket-lifecycle-configuration"
  : >"$FAKE/calls"
  run bash "$SCRIPTS/protect-bucket.sh" --bucket lab-objects
  [ "$status" -eq 1 ]
  said "other rules: glacier"
  not_called put-bucket-lifecycle
  # A server that says yes and keeps nothing.
  rm "$FAKE/aws-get-bucket-lifecycle-configuration"
  FAKE_AWS_FORGETS=1 run bash "$SCRIPTS/protect-bucket.sh" --bucket lab-objects
  [ "$status" -eq 1 ]
  said "did not keep versioning"
}

@test "protect-bucket: a dry run calls nothing; wrong options are refused" {
  run bash "$SCRIPTS/protect-bucket.sh" --bucket lab-objects --lock-days 7 --dry-run
  [ "$status" -eq 0 ]
  said "would run: aws"
  not_called "^aws"
  for options in "--bucket ../x" "--bucket lab-objects --keep-days none" "--bucket lab-objects --lock-days 40" "--bucket"; do
    # shellcheck disable=SC2086 # Options are words.
    run bash "$SCRIPTS/protect-bucket.sh" $options
    [ "$status" -eq 2 ] || { echo "$options: $output"; false; }
  done
}

@test "undelete-objects: deleted ones lose their markers, overwritten ones get what was before, new ones stay" {
  echo Enabled >"$FAKE/aws-versioning"
  cat >"$FAKE/aws-list-object-versions" <<'JSON'
{"Versions": [
  {"Key": "deleted", "VersionId": "d1", "IsLatest": false, "ETag": "a", "LastModified": "2026-11-01T00:00:00.000Z"},
  {"Key": "overwritten", "VersionId": "o1", "IsLatest": false, "ETag": "a", "LastModified": "2026-11-01T00:00:00.000Z"},
  {"Key": "overwritten", "VersionId": "o2", "IsLatest": true, "ETag": "b", "LastModified": "2026-11-30T21:00:00.000Z"},
  {"Key": "both", "VersionId": "b1", "IsLatest": false, "ETag": "a", "LastModified": "2026-11-01T00:00:00.000Z"},
  {"Key": "both", "VersionId": "b2", "IsLatest": false, "ETag": "b", "LastModified": "2026-11-30T21:00:00.000Z"},
  {"Key": "new", "VersionId": "n1", "IsLatest": true, "ETag": "a", "LastModified": "2026-11-30T21:00:00.000Z"},
  {"Key": "untouched", "VersionId": "u1", "IsLatest": true, "ETag": "a", "LastModified": "2026-11-01T00:00:00.000Z"},
  {"Key": "gone-before", "VersionId": "g1", "IsLatest": false, "ETag": "a", "LastModified": "2026-11-01T00:00:00.000Z"}],
 "DeleteMarkers": [
  {"Key": "deleted", "VersionId": "d2", "IsLatest": true, "LastModified": "2026-11-30T21:00:00.000Z"},
  {"Key": "both", "VersionId": "b3", "IsLatest": true, "LastModified": "2026-11-30T21:00:01.000Z"},
  {"Key": "gone-before", "VersionId": "g2", "IsLatest": true, "LastModified": "2026-11-02T00:00:00.000Z"}]}
JSON
  run bash "$SCRIPTS/undelete-objects.sh" --bucket lab-objects --since 2026-11-30T21:15:00+01:00 --dry-run
  [ "$status" -eq 0 ] || { echo "$output"; false; }
  said "1 deleted and 2 overwritten objects would be brought back"
  not_called "delete-objects|copy-object"
  run bash "$SCRIPTS/undelete-objects.sh" --bucket lab-objects --since 2026-11-30T21:15:00+01:00
  [ "$status" -eq 0 ] || { echo "$output"; false; }
  called "delete-objects --delete file://.*--bucket lab-objects"
  [ "$(jq -c . "$FAKE/aws-deleted")" = '{"Objects":[{"Key":"deleted","VersionId":"d2"}],"Quiet":true}' ]
  called "copy-object --bucket lab-objects --key overwritten --copy-source lab-objects/overwritten\?versionId=o1"
  called "copy-object --bucket lab-objects --key both --copy-source lab-objects/both\?versionId=b1"
  not_called "--key (new|untouched|gone-before)"
  # The server takes the call and refuses the object.
  echo '{"Errors":[{"Key":"deleted","Code":"AccessDenied"}]}' >"$FAKE/aws-delete-objects"
  run bash "$SCRIPTS/undelete-objects.sh" --bucket lab-objects --since 2026-11-30T21:15:00+01:00
  [ "$status" -eq 1 ]
  said "the first of: deleted"
  rm "$FAKE/aws-delete-objects"
  FAKE_AWS_FAILS="copy-object .*overwritten" run bash "$SCRIPTS/undelete-objects.sh" --bucket lab-objects --since 2026-11-30T21:15:00+01:00
  [ "$status" -eq 1 ]
  said "overwritten was not brought back"
}

@test "undelete-objects: a bucket without versions, a time without a zone" {
  echo Suspended >"$FAKE/aws-versioning"
  run bash "$SCRIPTS/undelete-objects.sh" --bucket lab-objects --since 2026-11-30T21:15:00Z
  [ "$status" -eq 1 ]
  said "keeps no versions"
  run bash "$SCRIPTS/undelete-objects.sh" --bucket lab-objects --since "2026-11-30 21:15"
  [ "$status" -eq 2 ]
  said "with its zone"
}

# A database with an archive, and what runs beside it.
database() {
  cat >"$FAKE/objects.json" <<'JSON'
{"apiVersion": "postgresql.cnpg.io/v1", "kind": "Cluster", "metadata": {"name": "mlmcsc-database", "namespace": "mlmcsc"},
 "spec": {"instances": 3, "bootstrap": {"initdb": {"database": "mlmcsc", "owner": "mlmcsc"}},
  "backup": {"barmanObjectStore": {"destinationPath": "s3://lab/database", "s3Credentials": {}}}}}
JSON
}

@test "restore-cluster-to-time: a new Cluster beside the one that runs, owned as a release would own it" {
  database
  run bash "$SCRIPTS/restore-cluster-to-time.sh" production --to 2026-11-30T20:15:00Z
  [ "$status" -eq 0 ] || { echo "$output"; false; }
  called "apply --server-side --force-conflicts --field-manager=mlmcsc-deploy"
  [ "$(jq -r .spec.bootstrap.recovery.recoveryTarget.targetTime "$FAKE/state/cluster.mlmcsc-database-restored")" = 2026-11-30T20:15:00.000000Z ]
  said "mlmcsc-database-restored is ready"
  not_called " delete "
}

@test "restore-cluster-to-time: one that is there is never touched; the fake cluster keeps it" {
  database
  cp "$FAKE/objects.json" "$FAKE/state/cluster.postgresql.cnpg.io.mlmcsc-database-restored"
  run bash "$SCRIPTS/restore-cluster-to-time.sh" production --to latest
  [ "$status" -eq 1 ]
  said "there is a Cluster mlmcsc-database-restored already"
  not_called " apply "
}

@test "restore-cluster-to-time: in place only when nobody writes and somebody agreed" {
  database
  echo '{"kind": "Deployment", "metadata": {"name": "mlmcsc-worker"}, "spec": {"replicas": 2}}' >"$FAKE/state/deployment.mlmcsc-worker"
  run bash "$SCRIPTS/restore-cluster-to-time.sh" production --to latest --in-place --yes
  [ "$status" -eq 1 ]
  said "mlmcsc-worker would write"
  not_called " (delete|apply) "
  rm "$FAKE/state/deployment.mlmcsc-worker"
  run bash "$SCRIPTS/restore-cluster-to-time.sh" production --to latest --in-place <<<no
  [ "$status" -eq 1 ]
  not_called " (delete|apply) "
  run bash "$SCRIPTS/restore-cluster-to-time.sh" production --to latest --in-place --yes
  [ "$status" -eq 0 ] || { echo "$output"; false; }
  called "delete cluster.postgresql.cnpg.io mlmcsc-database .*--wait=true"
  said "spec.backup.barmanObjectStore.serverName: mlmcsc-database-2"
}

@test "restore-cluster-to-time: a recovery that does not come is told with its log; dry runs and wrong options change nothing" {
  database
  FAKE_DATABASE_AWAY=1 run bash "$SCRIPTS/restore-cluster-to-time.sh" production --to latest --timeout 1
  [ "$status" -eq 1 ]
  said "did not become ready within 1 s"
  said "the last words of a process"
  : >"$FAKE/calls"
  rm "$FAKE/state/"cluster.*
  run bash "$SCRIPTS/restore-cluster-to-time.sh" production --to latest --in-place --dry-run
  [ "$status" -eq 0 ] || { echo "$output"; false; }
  not_called " (delete|apply) "
  for options in "production" "nowhere --to latest" "production --to 2026-11-30T20:15:00" "production --to yesterdayZ" \
    "production --to latest --name mlmcsc-database" "production --to latest --name x --in-place" "production --to latest --frob"; do
    # shellcheck disable=SC2086 # Options are words.
    run bash "$SCRIPTS/restore-cluster-to-time.sh" $options
    [ "$status" -eq 2 ] || { echo "$options: $output"; false; }
  done
}

# A database that follows another: replica ENABLED
replica() {
  printf '{"kind": "Cluster", "metadata": {"name": "mlmcsc-database"}, "spec": {"replica": {"enabled": %s, "source": "first-region"}}, "status": {"currentPrimary": "mlmcsc-database-1"}}' "$1" \
    >"$FAKE/state/cluster.postgresql.cnpg.io.mlmcsc-database"
}

@test "promote-replica-cluster: asks, tells what arrived, promotes and waits" {
  replica true
  run bash "$SCRIPTS/promote-replica-cluster.sh" <<<no
  [ "$status" -eq 1 ]
  not_called " patch "
  run bash "$SCRIPTS/promote-replica-cluster.sh" --dry-run
  [ "$status" -eq 0 ] || { echo "$output"; false; }
  not_called "^kubectl .* patch "
  run bash "$SCRIPTS/promote-replica-cluster.sh" --yes
  [ "$status" -eq 0 ] || { echo "$output"; false; }
  said "The last change that arrived is of 2026-11-30"
  called 'patch cluster.postgresql.cnpg.io mlmcsc-database --type merge --patch {"spec":{"replica":{"enabled":false}}}'
  said "takes writes"
  : >"$FAKE/calls"
  run bash "$SCRIPTS/promote-replica-cluster.sh" --yes
  [ "$status" -eq 0 ]
  said "was promoted already"
  not_called " patch "
}

@test "promote-replica-cluster: not in the first region, not without a server, and not for ever" {
  run bash "$SCRIPTS/promote-replica-cluster.sh" --yes
  [ "$status" -eq 1 ]
  said "there is no Cluster"
  echo '{"kind": "Cluster", "metadata": {"name": "mlmcsc-database"}, "spec": {}}' >"$FAKE/state/cluster.postgresql.cnpg.io.mlmcsc-database"
  run bash "$SCRIPTS/promote-replica-cluster.sh" --yes
  [ "$status" -eq 1 ]
  said "follows nobody"
  replica true
  FAKE_NEVER_PROMOTED=1 run bash "$SCRIPTS/promote-replica-cluster.sh" --yes --timeout 1
  [ "$status" -eq 1 ]
  said "does not take writes after 1 s"
}
