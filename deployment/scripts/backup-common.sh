#!/usr/bin/env bash
# Sourced by the backup scripts, after lib.sh: settings of pgBackRest.
: "${RECOVERY_SETTINGS:=/etc/mlmcsc/pgbackrest.env}"
: "${RECOVERY_STANZA:=mlmcsc}"

[ -r "$RECOVERY_SETTINGS" ] || fail "the settings $RECOVERY_SETTINGS cannot be read; copy configs/pgbackrest/pgbackrest.env.example there"
set -a
# shellcheck source=/dev/null
. "$RECOVERY_SETTINGS"
set +a

# Numbers of the repositories that are configured.
repositories() {
  local number
  for number in 1 2 3 4; do
    local name="PGBACKREST_REPO${number}_S3_BUCKET"
    [ -z "${!name:-}" ] || printf '%s\n' "$number"
  done
}

pgbackrest_stanza() {
  pgbackrest --stanza="$RECOVERY_STANZA" "$@"
}
