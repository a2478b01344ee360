#!/usr/bin/env bash
# Puts the web application's assets where a CDN takes them from: an S3 bucket, under names that never mean anything else.
#
# Usage: publish-assets.sh --bucket NAME [options]
#
#   --bucket NAME      bucket of the CDN's origin
#   --prefix PATH      folder in the bucket (default: none)
#   --endpoint URL     S3 server, when it is not Amazon's
#   --source DIR       web build (default: apps/web/dist; npm run build -w apps/web makes it)
#   --dry-run          says what would be put there
#
# Only files under assets/ whose names carry a hash of their content are published; the page itself is always served by the API, so a switch or
# a rollback needs no purge. Assets of earlier releases stay: pages that are open still ask for them. Keys and region come from the
# environment as the AWS command line wants them (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_REGION).
set -euo pipefail
# shellcheck source=deployment/scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

bucket='' prefix='' endpoint=() source=$REPOSITORY_DIR/apps/web/dist
while [ $# -gt 0 ]; do
  case $1 in
    --help | -h) show_help; exit 0 ;;
    --bucket) need_value "$@"; bucket=$2; shift ;;
    --prefix) need_value "$@"; prefix=${2%/}/; shift ;;
    --endpoint) need_value "$@"; endpoint=(--endpoint-url "$2"); shift ;;
    --source) need_value "$@"; source=$2; shift ;;
    --dry-run) DRY_RUN=true ;;
    *) usage_error "there is no option $1" ;;
  esac
  shift
done
[[ $bucket =~ ^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$ ]] || usage_error "--bucket: give the name of the bucket"
[ -d "$source/assets" ] || fail "there are no assets in $source" "Build them: npm run build -w apps/web"
[ "$DRY_RUN" = true ] || need aws

media_type() {
  case $1 in
    *.js | *.mjs) echo text/javascript ;;
    *.css) echo text/css ;;
    *.svg) echo image/svg+xml ;;
    *.png) echo image/png ;;
    *.woff2) echo font/woff2 ;;
    *.wasm) echo application/wasm ;;
    *.json) echo application/json ;;
    *) echo application/octet-stream ;;
  esac
}

published=0 left_out=0
while IFS= read -r -d '' file; do
  name=${file#"$source/"}
  if [[ ! $(basename "$name") =~ -[A-Za-z0-9_-]{8,}\.[a-z0-9]+$ ]]; then
    say "left out: $name has no hash in its name"
    left_out=$((left_out + 1))
    continue
  fi
  run aws "${endpoint[@]}" --cli-connect-timeout 10 --cli-read-timeout 60 s3api put-object --bucket "$bucket" --key "$prefix$name" --body "$file" \
    --content-type "$(media_type "$name")" --cache-control 'public, max-age=31536000, immutable' >/dev/null ||
    fail "$name was not published" "$published files were; running it again is safe."
  published=$((published + 1))
done < <(find "$source/assets" -type f -print0 | sort -z)
[ "$published" -gt 0 ] || fail "there was nothing to publish in $source/assets"
say "$published assets $([ "$DRY_RUN" = true ] && echo "would be published" || echo published), $left_out left out"
