#!/usr/bin/env bash
# Brings an environment to a release: everything in its overlay, the database first, the processes after it.
#
# Usage: deploy.sh <environment> [--tag TAG] [--registry HOST/PATH] [--skip-smoke] [--allow-contract] [--dry-run]
#
#   <environment>         staging or production: an overlay in deployment/kubernetes/overlays and a file in
#                         deployment/configs/environments
#   --tag TAG             release to run; without it the version in package.json
#   --registry HOST/PATH  where the images are; without it what the environment's file says
#   --skip-smoke          does not ask the system anything at the end
#   --allow-contract      accepts migrations that the running release would not survive (stop it first)
#   --dry-run             renders and says what would be done; changes nothing
#
# In this order: the objects that processes need, the database, its migrations (once, as a Job), the processes, a smoke test. Running it
# again with the same release changes nothing. When a step fails it says why, brings back the objects of the release that ran before,
# and ends with 1. Data is never removed. A release without interruption, beside the old one: blue-green-deploy.sh.
#
# Settings of the environment's file can be given for one run as MLMCSC_DEPLOY_<NAME>, e.g. MLMCSC_DEPLOY_ROLLOUT_TIMEOUT=600.
set -euo pipefail
# shellcheck source=deployment/scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
# shellcheck source=deployment/scripts/kubernetes.sh
. "$(dirname "${BASH_SOURCE[0]}")/kubernetes.sh"

environment='' tag='' registry='' smoke=true contract=()
while [ $# -gt 0 ]; do
  case $1 in
    --help | -h) show_help; exit 0 ;;
    --tag) need_value "$@"; tag=$2; shift ;;
    --registry) need_value "$@"; registry=$2; shift ;;
    --skip-smoke) smoke=false ;;
    --allow-contract) contract=(--allow-contract) ;;
    --dry-run) DRY_RUN=true ;;
    -*) usage_error "there is no option $1" ;;
    *) [ -z "$environment" ] || usage_error "one environment, not '$environment' and '$1'"; environment=$1 ;;
  esac
  shift
done
[ -n "$environment" ] || usage_error "which environment?"
load_environment "$environment"
[ -z "$registry" ] || REGISTRY=$registry
need kubectl jq curl gzip base64 perl
[ -n "$tag" ] || tag=$(jq -r .version "$REPOSITORY_DIR/package.json")
need_tag "$tag"
overlay=$DEPLOYMENT_DIR/kubernetes/overlays/$environment
[ -f "$overlay/kustomization.yaml" ] || fail "there is no overlay $overlay"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

step "What runs now"
reach_cluster
colour=$(live_colour)
previous_tag=$(release_field tag)
if [ -z "$colour" ]; then
  say "nothing: this is the first installation"
  colour=blue
else
  say "release ${previous_tag:-unknown} as $colour"
fi

step "Rendering $environment, release $tag"
render "$overlay" "$tag" "$colour" "^mlmcsc-api-$(other_colour "$colour")\$" >"$work/new.json" || fail "the overlay cannot be rendered"
recorded_objects >"$work/before.json"
rendered_in=$(jq -r '[.items[] | select(.kind == "Deployment" and (.metadata.name | startswith("mlmcsc-api-"))) | .metadata.namespace][0] // empty' "$work/new.json")
[ "$rendered_in" = "$NAMESPACE" ] || fail "the overlay is for the namespace '$rendered_in', not for '$NAMESPACE'"
say "$(count_objects <"$work/new.json") objects"
require_kinds <"$work/new.json"
bash "$DEPLOYMENT_DIR/scripts/check-migrations.sh" --known "$(release_field migrations)" "${contract[@]}"

select_objects '.kind == "Namespace"' <"$work/new.json" | apply_objects || fail "the namespace cannot be made"
if [ "$DRY_RUN" != true ]; then
  bash "$DEPLOYMENT_DIR/scripts/generate-secrets.sh" "$environment" --check ||
    fail "secrets are missing" "Make them: deployment/scripts/generate-secrets.sh $environment"
fi

# What failed is undone: the objects of the release before are applied again, and processes that it did not have are removed.
undo() {
  step "Undoing"
  local before name
  before=$(count_objects <"$work/before.json")
  if [ "$before" -gt 0 ]; then
    select_objects '.kind | IN("Job", "Namespace", "PersistentVolumeClaim") | not' <"$work/before.json" >"$work/undo.json"
    if ! apply_objects <"$work/undo.json"; then
      say "the release of before could not be applied again: look at the messages above"
    else
      while IFS= read -r name; do
        wait_for_rollout "$name" || say "deployment/$name is not back yet"
      done < <(jq -r '.items[] | select(.kind == "Deployment") | .metadata.name' "$work/undo.json")
      say "release ${previous_tag:-of before} runs again"
    fi
  else
    say "there was no release before: the processes of this one are stopped, data and settings stay"
  fi
  while IFS= read -r name; do
    change delete deployment "$name" --ignore-not-found --wait=false >&2 || true
  done < <(jq -r --slurpfile before "$work/before.json" '
    [$before[0].items[] | select(.kind == "Deployment") | .metadata.name] as $had
    | .items[] | select(.kind == "Deployment") | .metadata.name | select(IN($had[]) | not)' "$work/new.json")
}
give_up() {
  local what=$1
  shift
  undo
  fail "$what" "$@"
}

is_process='.kind | IN("Deployment", "CronJob", "ScaledObject", "HorizontalPodAutoscaler")'
step "Settings, services, databases"
select_objects "(.kind | IN(\"Job\", \"Namespace\") | not) and ($is_process | not)" <"$work/new.json" | apply_objects ||
  give_up "the cluster refused an object"
wait_for_databases <"$work/new.json" || give_up "the database is not ready"

step "Migrations"
run_migration <"$work/new.json" || give_up "the database was not brought up to date" \
  "Each migration is one transaction: what failed left nothing behind. mlmcsc migrate tells which it was."

step "Processes"
select_objects "$is_process" <"$work/new.json" | apply_objects || give_up "the cluster refused a process"
while IFS= read -r name; do
  wait_for_rollout "$name" || give_up "release $tag did not become ready"
done < <(jq -r '.items[] | select(.kind == "Deployment") | .metadata.name' "$work/new.json")

if [ "$smoke" = true ]; then
  step "Smoke test"
  through_service mlmcsc-api bash "$DEPLOYMENT_DIR/scripts/smoke-test.sh" "${PUBLIC_URL:-https://mlmcsc-api}" --forwarded ||
    give_up "release $tag does not pass the smoke test"
fi

record_release "$work/new.json" "$tag" "$colour" "$previous_tag" || give_up "the release could not be recorded"
step "Release $tag runs in $environment"
