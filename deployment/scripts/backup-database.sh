#!/usr/bin/env bash
# Makes a base backup in every repository and lets go of what retention no longer wants.
#
# Usage: backup-database.sh [full|diff|incr]
#
# By default diff; the first is always full. A repository that is away does not keep the others from having theirs;
# the exit status is 1 then.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=deployment/scripts/lib.sh
. "$here/lib.sh"
only_arguments "$@"
# shellcheck source-path=SCRIPTDIR source=backup-common.sh
. "$here/backup-common.sh"
kind=${1:-diff}
case $kind in full | diff | incr) ;; *) fail "unknown kind $kind: full, diff or incr" ;; esac
failed=()
for number in $(repositories); do
  if pgbackrest_stanza --repo="$number" --type="$kind" backup; then
    echo "Base backup ($kind) is in repository $number."
  else
    failed+=("$number")
  fi
done
[ ${#failed[@]} -eq 0 ] || fail "no base backup in repository ${failed[*]}; the reason is above"
