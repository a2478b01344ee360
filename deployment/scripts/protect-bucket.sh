#!/usr/bin/env bash
# Makes mistakes and ransomware in a bucket undoable: what is deleted or overwritten stays as an older version for some days.
#
# Usage: protect-bucket.sh --bucket NAME [options]
#
#   --bucket NAME      bucket of objects, or of backups
#   --keep-days N      how long older versions stay after they were deleted or overwritten (default: 30)
#   --lock-days N      object lock: for so many days nobody, whatever key they have, removes a version (default: none)
#   --create           makes the bucket, with object lock where --lock-days is given
#   --endpoint URL     S3 server, when it is not Amazon's
#   --dry-run          says what would be set
#
# Sets versioning, a lifecycle that lets go of older versions, and the default retention of object lock; each is read back. Running it again
# changes nothing. Most servers take object lock only when the bucket is made: --lock-days on another one fails and says so. A lifecycle
# that has rules of somebody else's is left alone, and told. Choose --lock-days no longer than data may have to be erased within.
# Keys and region come from the environment as the AWS command line wants them (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_REGION): of the
# owner of the bucket, never those of the product, which needs no right to delete versions (s3:DeleteObjectVersion).
set -euo pipefail
# shellcheck source=deployment/scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

bucket='' endpoint=() keep_days=30 lock_days='' create=false
while [ $# -gt 0 ]; do
  case $1 in
    --help | -h) show_help; exit 0 ;;
    --bucket) need_value "$@"; bucket=$2; shift ;;
    --keep-days) need_value "$@"; need_number "$@"; keep_days=$2; shift ;;
    --lock-days) need_value "$@"; need_number "$@"; lock_days=$2; shift ;;
    --create) create=true ;;
    --endpoint) need_value "$@"; endpoint=(--endpoint-url "$2"); shift ;;
    --dry-run) DRY_RUN=true ;;
    *) usage_error "there is no option $1" ;;
  esac
  shift
done
[[ $bucket =~ ^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$ ]] || usage_error "--bucket: give the name of the bucket"
[ "$keep_days" -ge 1 ] || usage_error "--keep-days: at least 1"
[ -z "$lock_days" ] || [ "$lock_days" -ge 1 ] || usage_error "--lock-days: at least 1"
[ -z "$lock_days" ] || [ "$lock_days" -le "$keep_days" ] || usage_error "--lock-days: at most --keep-days, or the lifecycle could not let go"
[ "$DRY_RUN" = true ] || need aws jq

s3() { aws "${endpoint[@]}" --cli-connect-timeout 10 --cli-read-timeout 60 --output json s3api "$@" --bucket "$bucket"; }
set_s3() { run aws "${endpoint[@]}" --cli-connect-timeout 10 --cli-read-timeout 60 s3api "$@" --bucket "$bucket" >/dev/null; }

if [ "$DRY_RUN" != true ] && ! s3 head-bucket >/dev/null 2>&1; then
  [ "$create" = true ] || fail "there is no bucket $bucket that this key may see" "Make it with --create, or check key and --endpoint."
  with_lock=()
  [ -z "$lock_days" ] || with_lock=(--object-lock-enabled-for-bucket)
  set_s3 create-bucket "${with_lock[@]}" || fail "$bucket was not made"
fi

step "Versioning"
set_s3 put-bucket-versioning --versioning-configuration Status=Enabled || fail "versioning was not set on $bucket"

step "Lifecycle: older versions go after $keep_days days"
rule=$(printf '{"ID":"mlmcsc-older-versions","Status":"Enabled","Filter":{"Prefix":""},"NoncurrentVersionExpiration":{"NoncurrentDays":%d},"Expiration":{"ExpiredObjectDeleteMarker":true},"AbortIncompleteMultipartUpload":{"DaysAfterInitiation":7}}' "$keep_days")
if [ "$DRY_RUN" != true ]; then
  others=$(s3 get-bucket-lifecycle-configuration 2>/dev/null | jq -r '[.Rules[]? | select(.ID != "mlmcsc-older-versions") | .ID] | join(", ")') || others=''
  [ -z "$others" ] || fail "$bucket has a lifecycle with other rules: $others" "Put the rule in by hand beside them: $rule"
fi
set_s3 put-bucket-lifecycle-configuration --lifecycle-configuration "{\"Rules\":[$rule]}" || fail "the lifecycle was not set on $bucket"

if [ -n "$lock_days" ]; then
  step "Object lock: for $lock_days days nobody removes a version"
  set_s3 put-object-lock-configuration --object-lock-configuration \
    "{\"ObjectLockEnabled\":\"Enabled\",\"Rule\":{\"DefaultRetention\":{\"Mode\":\"COMPLIANCE\",\"Days\":$lock_days}}}" ||
    fail "$bucket takes no object lock" "Most servers want it when the bucket is made: make another one (--create --lock-days $lock_days), copy the objects, and use that one." \
      "Versioning and lifecycle are set."
fi
[ "$DRY_RUN" != true ] || exit 0

[ "$(s3 get-bucket-versioning | jq -r .Status)" = Enabled ] || fail "the server did not keep versioning on $bucket"
[ "$(s3 get-bucket-lifecycle-configuration | jq -r '.Rules[0].NoncurrentVersionExpiration.NoncurrentDays')" = "$keep_days" ] ||
  fail "the server did not keep the lifecycle of $bucket"
if [ -n "$lock_days" ]; then
  [ "$(s3 get-object-lock-configuration | jq -r .ObjectLockConfiguration.Rule.DefaultRetention.Days)" = "$lock_days" ] ||
    fail "the server did not keep the object lock of $bucket"
fi
say "$bucket: what is deleted or overwritten can be brought back for $keep_days days$([ -z "$lock_days" ] || echo ", and nobody can remove it for $lock_days")."
