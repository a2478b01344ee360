#!/usr/bin/env bash
# Starts the restored server of $PGDATA and waits until it has replayed the log and takes writes.
#
# Usage: start-restored.sh [LOG FILE]
#
# A damaged segment, a wrong key or a moment that the log does not reach ends with what the server says, never with an older state.
set -euo pipefail
# shellcheck source=deployment/scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
only_arguments "$@"
log=${1:-$PGDATA/../restored.log}
: >"$log"
tell() {
  printf 'start-restored.sh: the server did not recover:\n' >&2
  grep -E 'ERROR|FATAL|WARN|unable' "$log" | tail -12 >&2 || tail -12 "$log" >&2
  exit 1
}
pg_ctl -D "$PGDATA" -l "$log" -w -t 86400 start >/dev/null || tell
until [ "$(psql -XAtqd postgres -c 'select pg_is_in_recovery()' 2>/dev/null)" = f ]; do
  pg_ctl -D "$PGDATA" status >/dev/null || tell
  sleep 0.2
done
echo "The database takes writes again."
