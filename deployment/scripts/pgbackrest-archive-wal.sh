#!/usr/bin/env bash
# PostgreSQL's archive_command: stores one segment of the log in every repository. Ends with an error, and PostgreSQL keeps the segment
# and tries again, while any of them does not have it. Usage: pgbackrest-archive-wal.sh <path of the segment>
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source-path=SCRIPTDIR source=backup-common.sh
. "$here/backup-common.sh"
[ $# -eq 1 ] || fail "name one segment"
pgbackrest_stanza archive-push "$1"
