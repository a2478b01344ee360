#!/usr/bin/env bash
# Runs a command with the cluster whose configuration stands in $KUBECONFIG_CONTENT, kept in a file that only this user reads and that is
# gone afterwards.
#
# Usage: with-cluster.sh <command> [argument…]
set -euo pipefail
# shellcheck source=deployment/scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/../scripts/lib.sh"

case ${1:-} in
  --help | -h) show_help; exit 0 ;;
  '' | -*) usage_error "which command?" ;;
esac
[ -n "${KUBECONFIG_CONTENT:-}" ] || fail "there is no KUBECONFIG_CONTENT" "Give the secret KUBECONFIG to the environment of this job."
file=$(mktemp)
trap 'rm -f "$file"' EXIT
printf '%s\n' "$KUBECONFIG_CONTENT" >"$file"
export KUBECONFIG=$file
unset KUBECONFIG_CONTENT
"$@"
