#!/usr/bin/env bash
# Brings objects back from older versions, in a bucket that protect-bucket.sh protects: those that were deleted, or overwritten, since a moment.
#
# Usage: undelete-objects.sh --bucket NAME --since TIME [options]
#
#   --bucket NAME      bucket of the objects
#   --since TIME       with its zone, e.g. 2026-11-30T20:15:00Z: what happened from then on is undone
#   --prefix PATH      only keys that begin with it
#   --endpoint URL     S3 server, when it is not Amazon's
#   --dry-run          says what would be brought back
#
# A deleted object loses its delete marker; an overwritten one gets its version of before on top. Nothing is removed but markers, so running
# it again is safe. Objects that were stored after that moment stay. Removals by retention or an erasure since then are undone, too:
# run those again. Afterwards prove all of them with `mlmcsc objects verify`. Keys and region come from the environment (AWS_ACCESS_KEY_ID …).
set -euo pipefail
# shellcheck source=deployment/scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

bucket='' endpoint=() since='' prefix=''
while [ $# -gt 0 ]; do
  case $1 in
    --help | -h) show_help; exit 0 ;;
    --bucket) need_value "$@"; bucket=$2; shift ;;
    --since) need_value "$@"; since=$2; shift ;;
    --prefix) need_value "$@"; prefix=$2; shift ;;
    --endpoint) need_value "$@"; endpoint=(--endpoint-url "$2"); shift ;;
    --dry-run) DRY_RUN=true ;;
    *) usage_error "there is no option $1" ;;
  esac
  shift
done
[[ $bucket =~ ^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$ ]] || usage_error "--bucket: give the name of the bucket"
[[ $since =~ (Z|[+-][0-9]{2}:?[0-9]{2})$ ]] || usage_error "--since: a time with its zone, e.g. 2026-11-30T20:15:00Z"
moment=$(date -u -d "$since" +%Y-%m-%dT%H:%M:%S 2>/dev/null) || usage_error "--since: '$since' is no time"
need aws jq

s3() { aws "${endpoint[@]}" --cli-connect-timeout 10 --cli-read-timeout 300 --output json s3api "$@" --bucket "$bucket"; }

[ "$(s3 get-bucket-versioning | jq -r '.Status // "off"')" = Enabled ] ||
  fail "$bucket keeps no versions: nothing can be brought back from it" "Look into the second region (mlmcsc objects repair) and the backups."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Per key: what is on top, and the newest version from before the moment. Times are cut to seconds and compared as text, all in UTC.
s3 list-object-versions --prefix "$prefix" | jq -r --arg moment "$moment" '
  [(.Versions // [])[], ((.DeleteMarkers // [])[] | . + {Marker: true})] | group_by(.Key)[]
  | sort_by(.LastModified) | reverse
  | (map(select(.IsLatest))[0]) as $top
  | (map(select(.LastModified[0:19] < $moment))[0]) as $before
  | select($top != null and $before != null and ($before.Marker | not) and $top.LastModified[0:19] >= $moment)
  | select($top.Marker or $top.ETag != $before.ETag)
  | (if $top.Marker then [.[] | select(.LastModified[0:19] >= $moment)] else [] end) as $since
  | (if $top.Marker and ($since | all(.Marker)) then "unmark" else "copy" end) as $way
  | [$way, .[0].Key, $before.VersionId, ($since | map(select(.Marker) | .VersionId) | join(","))] | @tsv' >"$work/list" ||
  fail "the versions in $bucket could not be listed"

marked=$(grep -c ^unmark "$work/list" || true) overwritten=$(grep -c ^copy "$work/list" || true)
# Markers in batches, as many as a call takes; copies side by side.
jq -Rnc '[inputs | split("\t") | select(.[0] == "unmark") | .[1] as $key | .[3] | split(",")[] | {Key: $key, VersionId: .}]
  | range(0; length; 1000) as $from | {Objects: .[$from:$from + 1000], Quiet: true}' "$work/list" >"$work/batches"
while IFS= read -r batch; do
  printf '%s\n' "$batch" >"$work/batch.json"
  refused=$(run s3 delete-objects --delete "file://$work/batch.json" | jq -r '.Errors[]?.Key' | head -3) ||
    fail "delete markers were not removed" "Running it again is safe."
  [ -z "$refused" ] || fail "delete markers were not removed, the first of: $refused" "The key needs s3:DeleteObjectVersion; running it again is safe."
done <"$work/batches"
copy_back() {
  run aws "${endpoint[@]}" s3api copy-object --bucket "$bucket" --key "$1" --copy-source "$bucket/$1?versionId=$2" >/dev/null || fail "$1 was not brought back"
}
waiting=0
while IFS=$'\t' read -r way key version _; do
  [ "$way" = copy ] || continue
  copy_back "$key" "$version" &
  waiting=$((waiting + 1))
  # Not more than eight at once.
  if [ "$waiting" -ge 8 ]; then
    wait -n || fail "not everything was brought back" "Running it again is safe."
    waiting=$((waiting - 1))
  fi
done <"$work/list"
while [ "$waiting" -gt 0 ]; do
  wait -n || fail "not everything was brought back" "Running it again is safe."
  waiting=$((waiting - 1))
done
say "$marked deleted and $overwritten overwritten objects $([ "$DRY_RUN" = true ] && echo "would be brought back" || echo "were brought back") as they were before $since."
