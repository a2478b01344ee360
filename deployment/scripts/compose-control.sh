#!/usr/bin/env bash
# Starts and stops the colours of the Compose installation, for blue-green-host.sh.
#
# Usage: compose-control.sh [options] start|stop api|worker blue|green TAG
#        compose-control.sh [options] migrate all blue|green TAG
#
#   --project NAME   name of the Compose project (default: mlmcsc)
#   --file FILE      the further Compose files that dev-up.sh was given; may be repeated
#   --dry-run        says what would be done
#
# `start` returns when the containers are started, `stop` when they have ended in good order or after their grace period.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=deployment/scripts/lib.sh
. "$here/lib.sh"
# shellcheck source=deployment/scripts/lib/development.sh
. "$here/lib/development.sh"

project=mlmcsc files=() arguments=()
while [ $# -gt 0 ]; do
  case $1 in
    --help | -h) show_help; exit 0 ;;
    --project) need_value "$@"; project=$2; shift ;;
    --file) need_value "$@"; files+=("$2"); shift ;;
    --dry-run) DRY_RUN=true ;;
    -*) usage_error "there is no option $1" ;;
    *) arguments+=("$1") ;;
  esac
  shift
done
[ ${#arguments[@]} -eq 4 ] || usage_error 'what, of which part, in which colour, of which release?'
action=${arguments[0]} part=${arguments[1]} colour=${arguments[2]} tag=${arguments[3]}
case $colour in blue) suffix='' ;; green) suffix=-green ;; *) usage_error "there is no colour $colour" ;; esac
case $action:$part in
  start:api | start:worker | stop:api | stop:worker | migrate:all) ;;
  *) usage_error "there is no '$action $part'" ;;
esac
[ "$action" = stop ] || need_tag "$tag"
[ "$DRY_RUN" = true ] || need docker
export MLMCSC_TAG=$tag
compose_with "$project" "${files[@]}"
COMPOSE+=(--profile green)
services=("$part-1$suffix" "$part-2$suffix")
case $action in
  migrate) run "${COMPOSE[@]}" run --rm -T --no-deps migrate </dev/null ;;
  start) run "${COMPOSE[@]}" up --detach --no-deps "${services[@]}" ;;
  stop) run "${COMPOSE[@]}" rm --force --stop "${services[@]}" ;;
esac
