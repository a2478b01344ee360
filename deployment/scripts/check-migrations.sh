#!/usr/bin/env bash
# Refuses database migrations that the release of before would not survive.
#
# Usage: check-migrations.sh [--known 0001,0002,…] [--allow-contract] [FILE…]
#
#   --known NUMBERS    migrations that the database has already; they are not looked at
#   --allow-contract   accept files that say of themselves `-- contract: <why>`; only when the release that needs
#                      what they remove runs nowhere any more
#   FILE…              SQL files; without any, all of packages/platform/src/postgres/migrations
#
# While colours change, the old and the new release use one schema. A migration may therefore add, and widen, but not take away:
# no dropped or renamed table, column, view, type or schema, no changed column type, no column that old inserts leave empty and must
# not, no rows removed. What must go, goes one release later, in a file that begins with `-- contract: <why>`.
#
# Exit status: 0 nothing to object to, 1 refused, 2 called in a wrong way.
set -euo pipefail
# shellcheck source=deployment/scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

known=, allow_contract=false files=()
while [ $# -gt 0 ]; do
  case $1 in
    --help | -h) show_help; exit 0 ;;
    --known) [ $# -ge 2 ] || usage_error "--known needs a value"; known=,$2,; shift ;;
    --allow-contract) allow_contract=true ;;
    --dry-run) ;; # It changes nothing anyway.
    -*) usage_error "there is no option $1" ;;
    *) files+=("$1") ;;
  esac
  shift
done
if [ ${#files[@]} -eq 0 ]; then
  files=("${MIGRATIONS_DIR:-$REPOSITORY_DIR/packages/platform/src/postgres/migrations}"/[0-9][0-9][0-9][0-9]_*.sql)
fi

# One statement a line, in lower case, without comments, texts and bodies of functions.
statements() {
  perl -0pe '
    s/--[^\n]*//g;
    s/\$(\w*)\$.*?\$\1\$/ body /gs;
    s/\x27(?:[^\x27]|\x27\x27)*\x27/ text /g;
    s/\s+/ /g; s/; ?/\n/g; $_ = lc . "\n"' "$1"
}

# What in a statement the release of before would not survive; nothing when it would.
objection() {
  local statement=$1
  case $statement in
    *"drop table"* | *"drop view"* | *"drop schema"* | *"drop type"* | *"drop materialized view"*) echo "drops what old queries name" ;;
    *"drop column"*) echo "drops a column" ;;
    *" rename to "* | *" rename column "* | *" rename "*" to "*) echo "renames" ;;
    "truncate "* | " truncate "* | "delete from "* | " delete from "*) echo "removes rows" ;;
    *"alter column "*" set not null"*) echo "forbids what old inserts leave empty" ;;
    *"alter column "*" drop default"*) echo "takes away a default that old inserts rely on" ;;
    *"alter column "*" type "* | *"set data type "*) echo "changes the type of a column" ;;
  esac
  # Each added column for itself: a statement may add several.
  local part
  while IFS= read -r part; do
    [[ $part =~ add\ column\ .*not\ null ]] || continue
    [[ $part =~ \ default\ |generated\  ]] || echo "adds a column that old inserts would have to fill"
  done <<<"${statement//, add column/$'\n'add column}"
}

refused=0 looked_at=0
for file in "${files[@]}"; do
  [ -f "$file" ] || usage_error "there is no file $file"
  name=${file##*/} number=${file##*/}
  number=${number:0:4}
  [[ $known != *",$number,"* ]] || continue
  looked_at=$((looked_at + 1))
  if head -n 3 "$file" | grep -q '^-- contract: .'; then
    if [ "$allow_contract" = true ]; then
      say "$name: contracts, accepted by --allow-contract"
    else
      say "$name: says that it contracts: $(head -n 3 "$file" | sed -n 's/^-- contract: //p')"
      refused=$((refused + 1))
    fi
    continue
  fi
  while IFS= read -r statement; do
    [[ $statement == *[a-z]* ]] || continue
    why=$(objection "$statement")
    [ -n "$why" ] || continue
    why=${why%%$'\n'*}
    say "$name: $why: ${statement:0:160}"
    refused=$((refused + 1))
  done < <(statements "$file")
done
if [ "$refused" -gt 0 ]; then
  fail "$refused statements are not expand-only" \
    "Add first, remove one release later in a file that begins with '-- contract: <why>' (deployment/docs/upgrade-and-rollback.md)."
fi
say "$looked_at migrations looked at: the release of before survives them"
