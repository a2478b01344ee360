#!/usr/bin/env bash
# Starts MLMCSC on this machine with everything that production has (deployment/docker/compose.yml), and waits until it works.
#
# Usage: dev-up.sh [options] [service ...]
#
#   --tag TAG           images of ours to start (default: dev, which is built first)
#   --no-build          does not build them
#   --file FILE         a further Compose file, laid over ours; may be repeated
#   --project NAME      name of the Compose project (default: mlmcsc)
#   --no-demonstration  leaves the demonstration series out
#   --timeout SECONDS   how long everything may take to become healthy (default: 600)
#   --dry-run           says what would be done
#   --help              shows this
#
# The first start makes a certificate authority, certificates and secrets in .data/development, as files, and the user `admin`. Later ones keep
# them and the data; dev-down.sh stops everything. Without names every service is started. Ports: see deployment/docs/development.md.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=deployment/scripts/lib.sh
. "$here/lib.sh"
# shellcheck source=deployment/scripts/lib/development.sh
. "$here/lib/development.sh"
# shellcheck source=deployment/scripts/lib/development-secrets.sh
. "$here/lib/development-secrets.sh"

tag=dev build=true files=() project=mlmcsc demonstration=true timeout=600 services=()
while [ $# -gt 0 ]; do
  case $1 in
    --help | -h) show_help; exit 0 ;;
    --no-build) build=false ;;
    --no-demonstration) demonstration=false ;;
    --dry-run) DRY_RUN=true ;;
    --tag) need_value "$@"; tag=$2; shift ;;
    --file) need_value "$@"; files+=("$2"); shift ;;
    --project) need_value "$@"; project=$2; shift ;;
    --timeout) need_value "$@"; need_number "$1" "$2"; timeout=$2; shift ;;
    -*) usage_error "there is no option $1" ;;
    *) services+=("$1") ;;
  esac
  shift
done
need_tag "$tag"
[ "$DRY_RUN" = true ] || need docker openssl
export MLMCSC_TAG=$tag
compose_with "$project" "${files[@]}"
[ "$(live_colour)" != green ] || fail 'green is live on this machine, and this would start blue' \
  "A release: deployment/scripts/blue-green-host.sh <tag> --settings $(colours_folder)/host.env" 'From the beginning, with the data: dev-down.sh, then dev-up.sh.'

step 'certificates and secrets'
if [ "$DRY_RUN" = true ]; then say "would make what is missing in $MLMCSC_DEVELOPMENT_DIR"; else make_development_secrets; make_colours "$project" "$tag" "${files[@]}"; fi

if [ "$build" = true ]; then
  step 'images'
  run "$here/build-images.sh" --tag "$tag" >&2
fi

step 'services'
run "${COMPOSE[@]}" up --detach "${services[@]}" >&2 || { "${COMPOSE[@]}" ps -a >&2; fail 'not everything could be started'; }

# Services that are neither healthy nor done, in one line; services without a health check count when they run.
not_ready() {
  local id line
  for id in $("${COMPOSE[@]}" ps -a -q); do
    line=$(docker inspect --format \
      '{{index .Config.Labels "com.docker.compose.service"}} {{.State.Status}} {{if .State.Health}}{{.State.Health.Status}}{{else}}-{{end}} {{.State.ExitCode}}' "$id")
    case $line in *' running healthy '* | *' running - '* | *' exited '*' 0') ;; *) printf '%s; ' "$line" ;; esac
  done
}
if [ "$DRY_RUN" = false ]; then
  deadline=$((SECONDS + timeout))
  while waiting=$(not_ready) && [ -n "$waiting" ]; do
    if [ "$SECONDS" -gt "$deadline" ]; then
      "${COMPOSE[@]}" logs --tail=20 >&2
      fail "not healthy within $timeout s: $waiting" "The last lines of every log stand above."
    fi
    sleep 1
  done
fi

step 'the first user'
if [ "$DRY_RUN" = true ]; then
  say 'would make the user admin, unless there is one'
elif ! "${COMPOSE[@]}" run --rm -T --no-deps tools user list </dev/null | grep -qw admin; then
  "${COMPOSE[@]}" run --rm -T --no-deps tools user create admin --role admin --password-stdin \
    <"$MLMCSC_DEVELOPMENT_DIR/secrets/admin-password" >/dev/null || fail 'the user admin could not be made'
fi

if [ "$demonstration" = true ]; then
  step 'demonstration series'
  run "${COMPOSE[@]}" run --rm -T --no-deps demonstration >&2 </dev/null ||
    warn 'the demonstration series is not complete; the next dev-up.sh goes on with it'
fi

say
say "MLMCSC is ready:  https://localhost:${MLMCSC_HTTPS_PORT:-8443}"
say "  user admin, password in $MLMCSC_DEVELOPMENT_DIR/secrets/admin-password"
say "  browsers trust it after you import $MLMCSC_DEVELOPMENT_DIR/certificates/trust/ca.crt"
