#!/usr/bin/env bash
# Looks through a running database: every page and index, every audit entry.
#
# Usage: verify-database.sh ADDRESS
set -euo pipefail
# shellcheck source=deployment/scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
only_arguments "$@"
[ $# -eq 1 ] || usage_error "name the address of the database"
url=$1
psql "$url" -XAtqc 'create extension if not exists amcheck' || fail "the database does not answer"
# With functions, because pg_amcheck takes no address.
psql "$url" -XAtq -v ON_ERROR_STOP=1 >/dev/null -c "select bt_index_check(index.oid, true)
  from pg_index join pg_class index on index.oid = indexrelid join pg_am method on method.oid = index.relam
  where method.amname = 'btree' and index.relpersistence = 'p' and indisready and indisvalid" || fail "an index is damaged"
damaged=$(psql "$url" -XAtq -v ON_ERROR_STOP=1 -c "select count(*) from pg_class relation, lateral verify_heapam(relation.oid)
  where relation.relkind in ('r', 't', 'm') and relation.relpersistence = 'p'") || fail "pages cannot be read"
[ "$damaged" = 0 ] || fail "$damaged row(s) stand on damaged pages"
broken=$(psql "$url" -XAtqc "select count(*) from (
  select position, prev_hash, lag(hash) over (order by position) as before from audit_log) as link
  where position > 1 and prev_hash is distinct from before")
[ "$broken" = 0 ] || fail "the audit trail is broken in $broken place(s)"
echo "Pages, indexes and the audit trail are whole."
