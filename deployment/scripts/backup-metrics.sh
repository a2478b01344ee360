#!/usr/bin/env bash
# Writes what the alerts on archiving and base backups look at, for the text file collector of the node exporter. Every minute by a timer.
#
# Usage: backup-metrics.sh FOLDER/mlmcsc-archive.prom
#
# The address of the database is PGHOST, PGPORT, PGUSER … as for psql. A figure that cannot be read is left out and counted in
# mlmcsc_archive_figures_missing: absence is an alert, never a zero. The name of the file is the one that its alert looks for.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=deployment/scripts/lib.sh
. "$here/lib.sh"
only_arguments "$@"
# shellcheck source-path=SCRIPTDIR source=backup-common.sh
. "$here/backup-common.sh"
[ $# -eq 1 ] || usage_error "name the file"
out=$1
left_out=0
{
  if rows=$(psql -XAtq -F ' ' -d postgres -c "select failed_count, coalesce(extract(epoch from last_archived_time), 0),
      (select count(*) from pg_ls_archive_statusdir() where name like '%.ready') from pg_stat_archiver" 2>/dev/null); then
    read -r failures last waiting <<<"$rows"
    echo "# TYPE mlmcsc_wal_archive_failures_total counter"
    echo "mlmcsc_wal_archive_failures_total $failures"
    echo "# TYPE mlmcsc_wal_archive_last_success_timestamp_seconds gauge"
    echo "mlmcsc_wal_archive_last_success_timestamp_seconds $last"
    echo "# TYPE mlmcsc_wal_archive_waiting_segments gauge"
    echo "mlmcsc_wal_archive_waiting_segments $waiting"
  else
    left_out=$((left_out + 1))
  fi
  echo "# TYPE mlmcsc_base_backup_last_success_timestamp_seconds gauge"
  echo "# TYPE mlmcsc_base_backup_repository_ok gauge"
  for number in $(repositories); do
    info=$(pgbackrest_stanza --repo="$number" --output=json info 2>/dev/null) || info=
    code=$(grep -o '"status":{"code":[0-9]\+' <<<"$info" | tail -1 | grep -o '[0-9]\+$') || code=99
    stop=$(grep -o '"stop":[0-9]\+' <<<"$info" | tail -1 | grep -o '[0-9]\+$') || stop=0
    echo "mlmcsc_base_backup_repository_ok{repository=\"$number\"} $([ "$code" = 0 ] && echo 1 || echo 0)"
    echo "mlmcsc_base_backup_last_success_timestamp_seconds{repository=\"$number\"} $stop"
  done
  echo "# TYPE mlmcsc_archive_figures_missing gauge"
  echo "mlmcsc_archive_figures_missing $left_out"
} >"$out.new"
mv "$out.new" "$out"
