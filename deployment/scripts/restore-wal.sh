#!/usr/bin/env bash
# PostgreSQL's restore_command: fetches one segment of the log.
#
# Usage: restore-wal.sh NAME PATH
#
# Ends with 1 where the segment is in no repository (the end of the log), and with 126, which stops recovery, for every other
# failure: a damaged segment or a wrong key must not look like the end.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=deployment/scripts/lib.sh
. "$here/lib.sh" || exit 126
only_arguments "$@"
# Settings that cannot be read end with 1, too, and must not look like the end either.
# shellcheck source-path=SCRIPTDIR source=backup-common.sh
(. "$here/backup-common.sh") || exit 126
# shellcheck source-path=SCRIPTDIR source=backup-common.sh
. "$here/backup-common.sh"
code=0
pgbackrest_stanza archive-get "$1" "$2" || code=$?
[ "$code" -le 1 ] || exit 126
exit "$code"
