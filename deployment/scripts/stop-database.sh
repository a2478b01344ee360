#!/usr/bin/env bash
# Stops the server of $PGDATA, orderly where it can be. Already stopped is fine.
#
# Usage: stop-database.sh
set -euo pipefail
# shellcheck source=deployment/scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
only_arguments "$@"
pg_ctl -D "$PGDATA" status >/dev/null || exit 0
pg_ctl -D "$PGDATA" -m fast -w -t 60 stop >/dev/null || pg_ctl -D "$PGDATA" -m immediate -w stop >/dev/null
