#!/usr/bin/env bash
# Takes a lost repository out of the settings of pgBackRest; the settings before stay beside them.
#
# Usage: archive-without.sh NUMBER
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=deployment/scripts/lib.sh
. "$here/lib.sh"
only_arguments "$@"
# shellcheck source-path=SCRIPTDIR source=backup-common.sh
. "$here/backup-common.sh"
[ $# -eq 1 ] || usage_error "name the repository"
number=$1
left=$(repositories | grep -vx "$number" || true)
[ -n "$left" ] || fail "repository $number is the only one; nothing would be archived"
cp -p "$RECOVERY_SETTINGS" "$RECOVERY_SETTINGS.with-$number"
sed -i "/^PGBACKREST_REPO${number}_/d" "$RECOVERY_SETTINGS"
echo "Repository $number is out; the settings with it are $RECOVERY_SETTINGS.with-$number."
