#!/usr/bin/env bash
# Takes a lost repository out of the settings of pgBackRest; the settings before stay beside them. Usage: archive-without.sh <number>
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source-path=SCRIPTDIR source=backup-common.sh
. "$here/backup-common.sh"
number=${1:?name the repository}
left=$(repositories | grep -vx "$number" || true)
[ -n "$left" ] || fail "repository $number is the only one; nothing would be archived"
cp -p "$RECOVERY_SETTINGS" "$RECOVERY_SETTINGS.with-$number"
sed -i "/^PGBACKREST_REPO${number}_/d" "$RECOVERY_SETTINGS"
echo "Repository $number is out; the settings with it are $RECOVERY_SETTINGS.with-$number."
