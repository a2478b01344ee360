#!/usr/bin/env bash
# Executes the commands of a runbook, step for step: every block marked ```bash, in order, in one shell that stops at the first failure.
# So a drill runs exactly what people are told to run. Usage: run-runbook.sh <runbook.md>
set -euo pipefail
runbook=${1:?name the runbook}
commands=$(awk '/^```bash$/ { inside = 1; next } /^```$/ { inside = 0 } inside' "$runbook")
[ -n "$commands" ] || { echo "run-runbook.sh: $runbook has no commands" >&2; exit 1; }
exec bash -euxo pipefail -c "$commands"
