#!/usr/bin/env bash
# Lists what the programs are made of, as CycloneDX: the npm packages that run in production. Each image has a list of its own, which
# build-images.sh writes.
#
# Usage: sbom.sh <file> [--dry-run]
set -euo pipefail
# shellcheck source=deployment/scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/../scripts/lib.sh"

file=''
while [ $# -gt 0 ]; do
  case $1 in
    --help | -h) show_help; exit 0 ;;
    --dry-run) DRY_RUN=true ;;
    -*) usage_error "there is no option $1" ;;
    *) [ -z "$file" ] || usage_error "one file, not '$file' and '$1'"; file=$1 ;;
  esac
  shift
done
[ -n "$file" ] || usage_error "which file?"
need npm jq
if [ "$DRY_RUN" = true ]; then say "would write $file"; exit 0; fi
mkdir -p "$(dirname "$file")"
work=$(mktemp)
trap 'rm -f "$work"' EXIT
(cd "$REPOSITORY_DIR" && timeout 120 npm sbom --omit=dev --package-lock-only --sbom-format=cyclonedx --sbom-type=application) >"$work" ||
  fail "npm could not list the packages"
[ "$(jq '.components | length' "$work")" -gt 50 ] || fail "the list is too short to be true"
jq . "$work" >"$file"
say "$(jq '.components | length' "$file") components in $file"
