#!/usr/bin/env bash
# Stops what dev-up.sh started. The data stays, unless it is asked to go.
#
# Usage: dev-down.sh [options]
#
#   --file FILE      the further Compose files that dev-up.sh was given; may be repeated
#   --project NAME   name of the Compose project (default: mlmcsc)
#   --delete-data    also deletes the volumes, the certificates and the secrets: the next start begins anew
#   --yes            does not ask before it deletes
#   --dry-run        says what would be done
#   --help           shows this
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=deployment/scripts/lib.sh
. "$here/lib.sh"
# shellcheck source=deployment/scripts/lib/development.sh
. "$here/lib/development.sh"

files=() project=mlmcsc delete=false yes=false
while [ $# -gt 0 ]; do
  case $1 in
    --help | -h) show_help; exit 0 ;;
    --delete-data) delete=true ;;
    --yes) yes=true ;;
    --dry-run) DRY_RUN=true ;;
    --file) need_value "$@"; files+=("$2"); shift ;;
    --project) need_value "$@"; project=$2; shift ;;
    -*) usage_error "there is no option $1" ;;
    *) usage_error "'$1' is too much" ;;
  esac
  shift
done
[ "$DRY_RUN" = true ] || need docker
compose_with "$project" "${files[@]}"
# What was started with a profile goes, too.
arguments=(--profile logging --profile green down --remove-orphans)
if [ "$delete" = true ]; then
  if [ "$yes" = false ] && [ "$DRY_RUN" = false ]; then
    read -r -p "Delete all pictures, labels and users of the project $project? Type its name: " answer
    [ "$answer" = "$project" ] || fail 'nothing was deleted'
  fi
  arguments+=(--volumes)
fi
run "${COMPOSE[@]}" "${arguments[@]}" >&2
# The next start begins with blue.
run rm -rf "$(colours_folder)"
if [ "$delete" = true ]; then run rm -rf "$MLMCSC_DEVELOPMENT_DIR/certificates" "$MLMCSC_DEVELOPMENT_DIR/secrets"; fi
