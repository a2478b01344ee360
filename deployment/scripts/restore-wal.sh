#!/usr/bin/env bash
# PostgreSQL's restore_command. Usage: restore-wal.sh <name> <path>
# Ends with 1 where the segment is in no repository (the end of the log), and with 126, which stops recovery, for every other failure:
# a damaged segment or a wrong key must not look like the end.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
# Settings that cannot be read end with 1, too, and must not look like the end either.
# shellcheck source-path=SCRIPTDIR source=backup-common.sh
(. "$here/backup-common.sh") || exit 126
# shellcheck source-path=SCRIPTDIR source=backup-common.sh
. "$here/backup-common.sh"
code=0
pgbackrest_stanza archive-get "$1" "$2" || code=$?
[ "$code" -le 1 ] || exit 126
exit "$code"
