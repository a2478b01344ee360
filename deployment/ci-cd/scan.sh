#!/usr/bin/env bash
# Looks for what must not be in a release: secrets in the repository, known vulnerabilities in dependencies and images.
#
# Usage: scan.sh secrets
#        scan.sh dependencies
#        scan.sh images IMAGE…
#
#   secrets        every file that git tracks, with secretlint; texts that only look like secrets are excused in the file itself or in
#                  .secretlintignore
#   dependencies   npm audit of what runs in production; findings of severity high or critical fail, unless dependency-exceptions.json
#                  excuses them: with a reason and an end
#   images         Trivy; findings of severity HIGH or CRITICAL that can be mended fail, unless trivy-exceptions.yaml excuses them
#   --dry-run      says what would be looked at
#
# Where a tool or a registry cannot be had, it says so and ends with 0 on a developer's machine, but with 1 where CI is set: a gate that
# was not looked through is shut.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=deployment/scripts/lib.sh
. "$here/../scripts/lib.sh"

what='' images=()
while [ $# -gt 0 ]; do
  case $1 in
    --help | -h) show_help; exit 0 ;;
    --dry-run) DRY_RUN=true ;;
    -*) usage_error "there is no option $1" ;;
    *) if [ -z "$what" ]; then what=$1; else images+=("$1"); fi ;;
  esac
  shift
done

skip() {
  [ "${CI:-false}" != true ] || fail "$what were not scanned: $1" "In continuous integration a scan that did not run has failed."
  say "skipped: $what were not scanned: $1"
  exit 0
}

cd "$REPOSITORY_DIR"
case $what in
  secrets)
    need git npx
    [ -x node_modules/.bin/secretlint ] || skip "secretlint is not installed; run npm ci"
    # Files that were removed, and what is no text, have nothing to find.
    run bash -c 'git ls-files -z | xargs -0 -r node node_modules/.bin/secretlint --no-color --secretlintignore .secretlintignore --' >&2 ||
      fail "there are secrets in the repository" "Remove them, change them where they are used, and rewrite what was pushed."
    say "no secrets in $(git ls-files | wc -l) files"
    ;;
  dependencies)
    need node npm
    report=$(mktemp)
    trap 'rm -f "$report"' EXIT
    if [ "$DRY_RUN" = true ]; then run npm audit --omit=dev --json; exit 0; fi
    timeout "${AUDIT_TIMEOUT:-120}" npm audit --omit=dev --json >"$report" 2>/dev/null || true
    jq -e '.vulnerabilities and .metadata' "$report" >/dev/null 2>&1 || skip "the registry does not answer an audit"
    node "$here/judge-audit.mjs" "$report" "$here/dependency-exceptions.json" || fail "dependencies have known vulnerabilities" \
      "Update them; or excuse them in deployment/ci-cd/dependency-exceptions.json, with a reason and an end."
    ;;
  images)
    [ ${#images[@]} -gt 0 ] || usage_error "which images?"
    command -v trivy >/dev/null || [ "$DRY_RUN" = true ] || skip "there is no trivy on this machine"
    for image in "${images[@]}"; do
      run trivy image --exit-code 1 --severity HIGH,CRITICAL --ignore-unfixed --scanners vuln,secret --timeout 15m \
        --ignorefile "$here/trivy-exceptions.yaml" "$image" >&2 || fail "$image has vulnerabilities that can be mended" \
        "Update what is named above; or excuse it in deployment/ci-cd/trivy-exceptions.yaml, with a reason and an end."
    done
    ;;
  *) usage_error "what: secrets, dependencies or images?" ;;
esac
