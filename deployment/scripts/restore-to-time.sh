#!/usr/bin/env bash
# Restores the database to a moment: base backup, then the log up to it.
#
# Usage: restore-to-time.sh --to TIME|latest [--repo NUMBER] [--yes]
#
# TIME has a zone, e.g. '2026-11-30 20:15:00+00'. The server must be stopped. What is in the data folder is replaced (files that
# are the same are kept). Afterwards start the server: it replays the log and becomes writable when it is there.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=deployment/scripts/lib.sh
. "$here/lib.sh"
to='' repo='' yes=no
while [ $# -gt 0 ]; do
  case $1 in
    --help | -h) show_help; exit 0 ;;
    --to) need_value "$@"; to=$2; shift ;;
    --repo) need_value "$@"; need_number "$@"; repo=$2; shift ;;
    --yes) yes=yes ;;
    *) usage_error "there is no option $1" ;;
  esac
  shift
done
# shellcheck source-path=SCRIPTDIR source=backup-common.sh
. "$here/backup-common.sh"
[ -n "$to" ] || fail "name the moment: --to '2026-11-30 20:15:00+00', or --to latest"
folder=${PGBACKREST_PG1_PATH:?}
if [ -e "$folder/postmaster.pid" ] && kill -0 "$(head -1 "$folder/postmaster.pid")" 2>/dev/null; then
  fail "a server runs on $folder; stop it first"
fi
if [ "$yes" != yes ]; then
  printf 'Everything in %s that is not in the backup will be gone. Go on? [yes] ' "$folder"
  read -r answer
  [ "$answer" = yes ] || fail "not confirmed"
fi
options=(--target-action=promote)
if [ "$to" = latest ]; then
  options=(--type=default)
else
  # A time without a zone means another one on every server.
  case $to in *[+-][0-9][0-9] | *[+-][0-9][0-9]:[0-9][0-9]) ;; *) fail "the time needs a zone, e.g. '$to+00'" ;; esac
  options+=(--type=time "--target=$to")
fi
[ -z "$repo" ] || options+=("--repo=$repo")
mkdir -p "$folder"
chmod 0700 "$folder"
rm -f "$folder/postmaster.pid"
# The restored server asks for the log with the same settings.
options+=("--recovery-option=restore_command=$here/restore-wal.sh %f \"%p\"")
pgbackrest_stanza "${options[@]}" restore || fail "not restored; the reason is above. The disk of $folder has $(df -Pm "$folder" | awk 'NR == 2 { print $4 }') MB left"
echo "Restored to $to; start the server, then check it with verify-database.sh."
