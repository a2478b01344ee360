#!/usr/bin/env bash
# What dev-up.sh and dev-down.sh share: where things are, which Compose there is. Sourced after lib.sh.

COMPOSE_FILE_OF_OURS=$DEPLOYMENT_DIR/docker/compose.yml
MLMCSC_DEVELOPMENT_DIR=${MLMCSC_DEVELOPMENT_DIR:-$REPOSITORY_DIR/.data/development}
export MLMCSC_DEVELOPMENT_DIR

# Sets COMPOSE: the plugin of docker, or the program of before. compose_with PROJECT FILE...
compose_with() {
  local project=$1 file
  shift
  if docker compose version >/dev/null 2>&1; then COMPOSE=(docker compose); else COMPOSE=(docker-compose); fi
  COMPOSE+=(--project-name "$project" --project-directory "$DEPLOYMENT_DIR/docker" --file "$COMPOSE_FILE_OF_OURS")
  for file in "$@"; do COMPOSE+=(--file "$file"); done
}

# What blue-green-host.sh needs to know of this installation, and which colour gets the requests; there until dev-down.sh.
colours_folder() { printf '%s/colours' "$MLMCSC_DEVELOPMENT_DIR"; }

# Unless it is there: requests go to blue, which runs TAG. make_colours PROJECT TAG FILE...
make_colours() {
  local folder net=${MLMCSC_SUBNET:-172.30.87} project=$1 tag=$2 file files=''
  shift 2
  for file in "$@"; do files+=" --file $(realpath "$file")"; done
  folder=$(colours_folder)
  mkdir -p "$folder/nginx"
  chmod 0755 "$folder" "$folder/nginx"
  [ -s "$folder/nginx/upstream.conf" ] ||
    awk -v lines="server $net.11:8443 max_fails=0; server $net.12:8443 max_fails=0;" '{ gsub(/\$\{API_SERVERS\}/, lines); print }' \
      "$DEPLOYMENT_DIR/docker/nginx/templates/upstream.conf.template" >"$folder/nginx/upstream.conf"
  [ -s "$folder/state" ] || printf 'live=blue\nblue=%s\ngreen=\n' "$tag" >"$folder/state"
  cat >"$folder/host.env" <<SETTINGS
PUBLIC_URL=https://localhost:${MLMCSC_HTTPS_PORT:-8443}
BLUE_SERVERS=$net.11:8443 $net.12:8443
GREEN_SERVERS=$net.13:8443 $net.14:8443
CA_FILE=$MLMCSC_DEVELOPMENT_DIR/certificates/trust/ca.crt
UPSTREAM_FILE=$folder/nginx/upstream.conf
NGINX=${COMPOSE[*]} exec -T nginx nginx -p /tmp/nginx -c /tmp/nginx/nginx.conf
CONTROL=$DEPLOYMENT_DIR/scripts/compose-control.sh --project $project$files
STATE_FILE=$folder/state
READY_SECONDS=300
SETTINGS
}

# The colour that gets the requests.
live_colour() { sed -n 's/^live=//p' "$(colours_folder)/state" 2>/dev/null || true; }
