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
