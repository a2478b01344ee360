#!/usr/bin/env bash
# Checks and tests of one kind, as on a developer's machine.
#
# Usage: verify.sh <part> [--dry-run]
#
#   <part>   checks (format, lint, types, layers, unused code, documents, links, unit tests), or a part of npm test: unit, integration, e2e,
#            deployment, observability, drills; all is everything, as before a submission
set -euo pipefail
# shellcheck source=deployment/scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/../scripts/lib.sh"

part=''
while [ $# -gt 0 ]; do
  case $1 in
    --help | -h) show_help; exit 0 ;;
    --dry-run) DRY_RUN=true ;;
    -*) usage_error "there is no option $1" ;;
    *) [ -z "$part" ] || usage_error "one part, not '$part' and '$1'"; part=$1 ;;
  esac
  shift
done
need node npm
cd "$REPOSITORY_DIR"
case $part in
  checks) run npm run check ;;
  unit | integration | e2e | deployment | observability | drills) run npm test -- "$part" ;;
  all) run npm test ;;
  *) usage_error "which part: checks, unit, integration, e2e, deployment, observability, drills or all?" ;;
esac
