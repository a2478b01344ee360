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
