#!/usr/bin/env bash
# Prepares the repositories and proves that a segment of the log arrives in each. Safe to run again.
#
# Usage: backup-setup.sh
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=deployment/scripts/lib.sh
. "$here/lib.sh"
only_arguments "$@"
# shellcheck source-path=SCRIPTDIR source=backup-common.sh
. "$here/backup-common.sh"
pgbackrest_stanza stanza-create
pgbackrest_stanza check
echo "Archiving works: repositories $(repositories | tr '\n' ' ')"
