#!/usr/bin/env bash
# Proves the newest base backup and the archive: restores them into a scratch server and compares it with the database. Every week by a timer.
#
# Usage: verify-base-backup.sh [options] FOLDER/mlmcsc-verification-NUMBER.prom
#
#   --repo NUMBER      repository to restore from, alone (default: 1)
#   --scratch DIR      where there is room for the database once more (default: below $TMPDIR or /var/tmp); a folder in it, removed afterwards
#   --wait SECONDS     how long the log up to the moment may take to the archive (default: 300)
#
# A moment is marked in the log of the database; rows of every table are counted and summed up just before and just after it. The scratch
# server is restored from the repository up to the mark. Tables that nobody wrote to meanwhile must be the same to the last byte, others lie
# between the two counts; pages, indexes and the audit trail are looked through. The file, for the text file collector of the node exporter,
# tells age, duration, size and result; what it said of the last success stays when a run fails. The address of the database is PGHOST, PGPORT,
# PGUSER … as for psql, and PGDATABASE (default: that of the product, mlmcsc). Reads the database twice.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=deployment/scripts/lib.sh
. "$here/lib.sh"
repo=1 wait_seconds=300 parent=${TMPDIR:-/var/tmp} out=''
while [ $# -gt 0 ]; do
  case $1 in
    --help | -h) show_help; exit 0 ;;
    --repo) need_value "$@"; need_number "$@"; repo=$2; shift ;;
    --wait) need_value "$@"; need_number "$@"; wait_seconds=$2; shift ;;
    --scratch) need_value "$@"; parent=$2; shift ;;
    -*) usage_error "there is no option $1" ;;
    *) [ -z "$out" ] || usage_error "one file, not '$1' too"; out=$1 ;;
  esac
  shift
done
[ -n "$out" ] || usage_error "name the file"
# shellcheck source-path=SCRIPTDIR source=backup-common.sh
. "$here/backup-common.sh"
repositories | grep -qx "$repo" || usage_error "--repo: there is no repository $repo"
need pgbackrest psql pg_ctl
database=${PGDATABASE:-mlmcsc}
started=$SECONDS
scratch=$(mktemp -d "$parent/mlmcsc-verification-XXXXXX")
cluster=$scratch/cluster
before_success=$(grep -o '^mlmcsc_base_backup_verified_timestamp_seconds{[^}]*} [0-9]\+$' "$out" 2>/dev/null | grep -o '[0-9]\+$') || before_success=0
result=0 size=0

# Whatever happens, the file says so, and nothing is left running.
finish() {
  local verified=$before_success
  [ "$result" = 0 ] || verified=$(date +%s)
  pg_ctl -D "$cluster" -m immediate -w stop >/dev/null 2>&1 || true
  rm -rf "$scratch"
  {
    echo "# TYPE mlmcsc_base_backup_verification_ok gauge"
    echo "mlmcsc_base_backup_verification_ok{repository=\"$repo\"} $result"
    echo "# TYPE mlmcsc_base_backup_verified_timestamp_seconds gauge"
    echo "mlmcsc_base_backup_verified_timestamp_seconds{repository=\"$repo\"} $verified"
    echo "# TYPE mlmcsc_base_backup_verification_duration_seconds gauge"
    echo "mlmcsc_base_backup_verification_duration_seconds{repository=\"$repo\"} $((SECONDS - started))"
    echo "# TYPE mlmcsc_base_backup_restored_size_bytes gauge"
    echo "mlmcsc_base_backup_restored_size_bytes{repository=\"$repo\"} $size"
  } >"$out.new"
  mv "$out.new" "$out"
}
trap finish EXIT

live() { psql -XAtq -v ON_ERROR_STOP=1 -d "$database" -c "$1"; }
restored() { PGHOST=$scratch PGPORT=5432 psql -XAtq -v ON_ERROR_STOP=1 -d "$database" -c "$1"; }
# Table, rows, and the sum of the hashes of all rows, whatever their order.
figures_query="select format('select %L, count(*), coalesce(sum(hashtextextended(\"the row\"::text, 0)), 0) from %I.%I \"the row\"', nspname || '.' || relname, nspname, relname)
  from pg_class join pg_namespace n on n.oid = relnamespace
  where relkind = 'r' and relpersistence = 'p' and nspname not in ('pg_catalog', 'information_schema') and nspname not like 'pg_toast%' order by 1"
figures() {
  local query
  "$1" "$figures_query" >"$scratch/queries"
  while IFS= read -r query; do "$1" "$query" </dev/null; done <"$scratch/queries"
}

step "Counting, and marking the moment"
mark=mlmcsc-verification-$(date +%s)
figures live >"$scratch/before" || fail "the database does not answer"
segment=$(live "select pg_walfile_name(pg_create_restore_point('$mark'))") || fail "the moment could not be marked" "PGUSER needs the right: grant execute on function pg_create_restore_point to …"
figures live >"$scratch/after"
live "select pg_switch_wal()" >/dev/null
is_archived() { [ "$(live "select coalesce(max(last_archived_wal), '') >= '$segment' from pg_stat_archiver")" = t ]; }
wait_until "$wait_seconds" is_archived || fail "the log up to the moment was not archived within $wait_seconds s" "See WalArchiveStands."

step "Restoring from repository $repo"
settings=$scratch/pgbackrest.env
(umask 077; grep -v '^PGBACKREST_PG1_PATH=\|^PGBACKREST_SPOOL_PATH=\|^PGBACKREST_LOCK_PATH=' "$RECOVERY_SETTINGS" | awk -v keep="$repo" '
  /^PGBACKREST_REPO[0-9]+_/ { number = substr($0, 16) + 0; if (number != keep) next } { print }' >"$settings"
  printf 'PGBACKREST_PG1_PATH=%s\nPGBACKREST_SPOOL_PATH=%s\nPGBACKREST_LOCK_PATH=%s\n' "$cluster" "$scratch/spool" "$scratch/lock" >>"$settings")
mkdir -m 0700 "$cluster"
mkdir "$scratch/spool" "$scratch/lock"
# In a shell of its own: variables of the other repositories must not be there.
restore() {
  local name
  for name in ${!PGBACKREST_@}; do unset "$name"; done
  export RECOVERY_SETTINGS=$settings
  # shellcheck source-path=SCRIPTDIR source=backup-common.sh
  . "$here/backup-common.sh"
  pgbackrest_stanza --repo="$repo" --no-delta --type=name "--target=$mark" --target-action=promote --archive-mode=off \
    "--recovery-option=restore_command=env RECOVERY_SETTINGS=$settings $here/restore-wal.sh %f \"%p\"" restore
}
(restore) >&2 || fail "not restored from repository $repo; the reason is above"
size=$(du -sb "$cluster" | cut -f1)
(
  for name in ${!PGBACKREST_@}; do unset "$name"; done
  pg_ctl -D "$cluster" -l "$scratch/log" -w -t 86400 start -o "-p 5432 -c listen_addresses='' -c unix_socket_directories='$scratch' -c archive_mode=off -c shared_buffers=128MB" >/dev/null
) || fail "the restored server does not start: $(grep -E 'ERROR|FATAL|unable' "$scratch/log" | tail -3)"
takes_writes() { [ "$(restored 'select pg_is_in_recovery()' 2>/dev/null)" = f ] || ! pg_ctl -D "$cluster" status >/dev/null; }
wait_until 86400 takes_writes
pg_ctl -D "$cluster" status >/dev/null || fail "the restored server did not reach the moment: $(grep -E 'ERROR|FATAL|unable' "$scratch/log" | tail -3)"

step "Comparing"
figures restored >"$scratch/restored"
wrong=$(awk -F '|' '
  FILENAME ~ /before$/ { count[$1] = $2; sum[$1] = $3; next }
  FILENAME ~ /after$/ { later[$1] = $2; quiet[$1] = (count[$1] == $2 && sum[$1] == $3); next }
  { seen[$1] = 1; low = count[$1] < later[$1] ? count[$1] : later[$1]; high = count[$1] < later[$1] ? later[$1] : count[$1]
    if (quiet[$1] && ($2 != count[$1] || $3 != sum[$1])) print $1 " differs: " $2 " rows, not " count[$1]
    else if (!quiet[$1] && ($2 < low || $2 > high)) print $1 " has " $2 " rows, not " low " to " high }
  END { for (table in quiet) if (!(table in seen)) print table " is missing" }' "$scratch/before" "$scratch/after" "$scratch/restored")
[ -z "$wrong" ] || fail "what was restored is not what was stored" "$wrong"
PGHOST=$scratch PGPORT=5432 "$here/verify-database.sh" "dbname=$database" >&2 || fail "the restored database is damaged"
result=1
echo "Repository $repo is proven: $(wc -l <"$scratch/restored") tables as of $mark, $size bytes, in $((SECONDS - started)) s."
