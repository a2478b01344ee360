#!/usr/bin/env bash
# PostgreSQL's archive_command: stores one segment of the log in every repository.
#
# Usage: pgbackrest-archive-wal.sh PATH
#
# Ends with an error, and PostgreSQL keeps the segment and tries again, while any repository does not have it.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=deployment/scripts/lib.sh
. "$here/lib.sh"
only_arguments "$@"
# shellcheck source-path=SCRIPTDIR source=backup-common.sh
. "$here/backup-common.sh"
[ $# -eq 1 ] || fail "name one segment"
pgbackrest_stanza archive-push "$1"
