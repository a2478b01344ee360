#!/usr/bin/env bash
# Tests an environment at the address that its users have.
#
# Usage: smoke.sh <environment> [option of smoke-test.sh…]
#
# The address is PUBLIC_URL of deployment/configs/environments/<environment>.env.
set -euo pipefail
# shellcheck source=deployment/scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/../scripts/lib.sh"

case ${1:-} in
  --help | -h) show_help; exit 0 ;;
  '' | -*) usage_error "which environment?" ;;
esac
load_environment "$1"
shift
bash "$DEPLOYMENT_DIR/scripts/smoke-test.sh" "$PUBLIC_URL" "$@"
