#!/usr/bin/env bash
# Releases beside what runs, moves the requests when it has proved itself, and moves them back when it has not.
#
# Usage: blue-green-deploy.sh <tag> [options]
#        blue-green-deploy.sh rollback [options]
#
#   <tag>              release to run (a tag of the images)
#   rollback           requests to the colour of before, which is kept warm
#   --environment E    production (default) or staging
#   --registry R       where the images are; without it what the environment's file says
#   --soak S           seconds in which the new colour must prove itself before it gets requests (default 120)
#   --watch S          seconds in which alerts and figures are watched after the switch (default 600)
#   --prometheus URL   address of Prometheus; without it the Service of its operator, through the API server
#   --without-metrics  releases although there is no Prometheus to compare by
#   --allow-contract   accepts migrations that the running release would not survive
#   --dry-run          says what would be done; changes nothing
#
# The idle colour gets the release and is tested through its own address, while every request still goes to the other one. Then workers,
# which know the jobs of both releases, and a soak: tests go on, and errors and latency are compared. The switch changes the selector of the
# Service mlmcsc-api, in one step and only if nobody else changed it meanwhile. Then the processes of the old colour are restarted once,
# because a switch moves no connection that is open: they end theirs in good order, and stay warm. New critical alerts, or figures that are
# worse than before, move the requests back. Migrations that the old release would not survive are refused (check-migrations.sh).
#
# Exit status: 0 released, 1 not released or rolled back (it says which and why), 2 called in a wrong way.
set -euo pipefail
here=$(dirname "${BASH_SOURCE[0]}")
# shellcheck source=deployment/scripts/lib.sh
. "$here/lib.sh"
# shellcheck source=deployment/scripts/kubernetes.sh
. "$here/kubernetes.sh"

action='' environment=production registry='' soak='' watch='' prometheus='' with_metrics=true contract=()
while [ $# -gt 0 ]; do
  case $1 in
    --help | -h) show_help; exit 0 ;;
    --environment) need_value "$@"; environment=$2; shift ;;
    --registry) need_value "$@"; registry=$2; shift ;;
    --soak) need_value "$@"; need_number "$1" "$2"; soak=$2; shift ;;
    --watch) need_value "$@"; need_number "$1" "$2"; watch=$2; shift ;;
    --prometheus) need_value "$@"; prometheus=$2; shift ;;
    --without-metrics) with_metrics=false ;;
    --allow-contract) contract=(--allow-contract) ;;
    --dry-run) DRY_RUN=true ;;
    -*) usage_error "there is no option $1" ;;
    *) [ -z "$action" ] || usage_error "one tag, not '$action' and '$1'"; action=$1 ;;
  esac
  shift
done
[ -n "$action" ] || usage_error "which release?"
[ "$action" = rollback ] || need_tag "$action"
load_environment "$environment"
[ -z "$registry" ] || REGISTRY=$registry
[ -z "$prometheus" ] || PROMETHEUS=$prometheus
soak=${soak:-${SOAK_SECONDS:-120}} watch=${watch:-${WATCH_SECONDS:-600}}
need kubectl jq curl gzip base64 perl
# shellcheck source=deployment/scripts/prometheus.sh
. "$here/prometheus.sh"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
reach_cluster
live=$(live_colour)
[ -n "$live" ] || fail "nothing runs in $NAMESPACE yet: there is no Service mlmcsc-api with a colour" \
  "Install first: deployment/scripts/deploy.sh $environment"
idle=$(other_colour "$live")
live_tag=$(tag_of_image "$(image_of "mlmcsc-api-$live")")

# The check and the change are one step for the API server: whoever comes second is refused.
switch_to() {
  local from=$1 to=$2
  change patch service mlmcsc-api --type=json -p \
    "[{\"op\":\"test\",\"path\":\"/spec/selector/mlmcsc.dev~1colour\",\"value\":\"$from\"},{\"op\":\"replace\",\"path\":\"/spec/selector/mlmcsc.dev~1colour\",\"value\":\"$to\"}]" >&2
}

# Connections that were open stay where they are; a restart ends them in good order and leaves the colour warm.
release_connections() { change rollout restart "deployment/mlmcsc-api-$1" >&2; }

smoke() { through_service "mlmcsc-api-$1" bash "$here/smoke-test.sh" "${PUBLIC_URL:-https://mlmcsc-api}" --forwarded; }

worker_names() {
  jq -r '.items[] | select(.kind == "Deployment")
    | select(any(.spec.template.spec.containers[]; .image | test("(^|/)mlmcsc-worker[:@]"))) | .metadata.name' "$1"
}

# Workers of the release that is recorded, again.
restore_workers() {
  local name
  recorded_objects >"$work/recorded.json" || return 1
  jq --argjson names "$(worker_names "$work/recorded.json" | jq -Rn '[inputs]')" \
    '.items |= map(select(.kind == "Deployment" and (.metadata.name | IN($names[]))))' "$work/recorded.json" >"$work/workers-before.json"
  if [ "$(count_objects <"$work/workers-before.json")" -eq 0 ]; then
    say "there is no record of the workers of before: they stay as they are"
    return 0
  fi
  apply_objects <"$work/workers-before.json" || return 1
  while IFS= read -r name; do wait_for_rollout "$name" || return 1; done < <(jq -r '.items[].metadata.name' "$work/workers-before.json")
}

if [ "$action" = rollback ]; then
  step "Rolling back: $live ($live_tag) → $idle"
  idle_tag=$(tag_of_image "$(image_of "mlmcsc-api-$idle")")
  [ -n "$idle_tag" ] || fail "there is no colour of before: mlmcsc-api-$idle does not exist"
  if [ "$(replicas_of "mlmcsc-api-$idle")" = 0 ]; then
    replicas=$(replicas_of "mlmcsc-api-$live")
    say "$idle is not warm any more: starting $replicas"
    change scale "deployment/mlmcsc-api-$idle" --replicas="$replicas" >&2
  fi
  wait_for_rollout "mlmcsc-api-$idle" || fail "$idle ($idle_tag) does not become ready; requests stay with $live"
  smoke "$idle" || fail "$idle ($idle_tag) does not pass the smoke test; requests stay with $live"
  switch_to "$live" "$idle" || fail "somebody else changed the live colour meanwhile; look before you go on"
  release_connections "$live" || warn "mlmcsc-api-$live was not restarted: open connections stay there until they end"
  step "Workers"
  recorded_objects >"$work/recorded.json"
  while IFS= read -r name; do
    image=$(image_of "$name")
    [ -n "$image" ] || continue
    change set image "deployment/$name" "*=${image%:*}:$idle_tag" >&2
    wait_for_rollout "$name" || warn "deployment/$name is not ready with $idle_tag"
  done < <(worker_names "$work/recorded.json")
  change patch configmap "$RELEASE_RECORD" --type=merge -p \
    "$(jq -cn --arg tag "$idle_tag" --arg colour "$idle" --arg previous "$live_tag" \
      '{data: {tag: $tag, colour: $colour, previous_tag: $previous}}')" >&2 || warn "the rollback could not be recorded"
  step "Requests go to $idle ($idle_tag)"
  exit 0
fi

tag=$action
step "Release $tag as $idle, beside $live ($live_tag)"
bash "$here/check-migrations.sh" --known "$(release_field migrations)" "${contract[@]}"
render "$DEPLOYMENT_DIR/kubernetes/overlays/$environment" "$tag" "$live" "^mlmcsc-api-$live\$" >"$work/new.json" || fail "the overlay cannot be rendered"
require_kinds <"$work/new.json"
replicas=$(replicas_of "mlmcsc-api-$live")
[ "${replicas:-0}" -gt 0 ] || replicas=${API_REPLICAS:-2}

workers_changed=false switched=false
# Leaves the requests where they were, the workers as they were, and nothing of the new release running.
back_out() {
  step "Backing out"
  if [ "$switched" = true ]; then
    if ! switch_to "$idle" "$live"; then
      fail "$1" "AND the requests could not be moved back to $live: kubectl -n $NAMESPACE get service mlmcsc-api -o yaml"
    fi
    say "requests go to $live ($live_tag) again"
    release_connections "$idle" || true
    wait_for_rollout "mlmcsc-api-$idle" || true
  fi
  if [ "$workers_changed" = true ]; then restore_workers || warn "workers are not back yet: look at them"; fi
  change scale "deployment/mlmcsc-api-$idle" --replicas=0 >&2 || warn "mlmcsc-api-$idle could not be stopped"
  fail "$@"
}
worker_filter=$(worker_names "$work/new.json" | jq -Rn '[inputs]')

step "Migrations"
select_objects '.kind == "ConfigMap"' <"$work/new.json" | apply_objects || fail "the cluster refused a setting"
run_migration <"$work/new.json" || fail "the database was not brought up to date; nothing else was changed" \
  "Each migration is one transaction: what failed left nothing behind."

step "$idle"
# shellcheck disable=SC2016 # $colour is a variable of jq.
select_objects '(.kind == "Deployment" or .kind == "Service") and .metadata.name == "mlmcsc-api-" + $colour' "$idle" <"$work/new.json" |
  jq --argjson replicas "$replicas" '.items |= map(if .kind == "Deployment" then .spec.replicas = $replicas else . end)' |
  apply_objects || back_out "the cluster refused $idle; requests stayed with $live ($live_tag)"
wait_for_rollout "mlmcsc-api-$idle" || back_out "release $tag did not become ready; requests stayed with $live ($live_tag)"
smoke "$idle" || back_out "release $tag does not pass the smoke test; requests stayed with $live ($live_tag)"

step "Workers"
workers_changed=true
jq --argjson names "$worker_filter" '.items |= map(select(.kind == "Deployment" and (.metadata.name | IN($names[]))))' "$work/new.json" |
  apply_objects || back_out "the cluster refused the workers; requests stayed with $live ($live_tag)"
while IFS= read -r name; do
  wait_for_rollout "$name" || back_out "the workers of release $tag did not become ready; requests stayed with $live ($live_tag)"
done < <(jq -r '.[]' <<<"$worker_filter")

# judge SECONDS: 0 as good as before, 1 worse. Too little to judge by is worse, too, unless the operator said otherwise.
judge() {
  local verdict=0
  [ "$with_metrics" = true ] || return 0
  [ "$DRY_RUN" = false ] || return 0
  compare_colours "$idle" "$old_errors" "$old_latency" "$1" || verdict=$?
  return "$verdict"
}

old_errors='' old_latency='' alerts_before=''
if [ "$with_metrics" = true ] && [ "$DRY_RUN" = false ]; then
  if ! { old_errors=$(errors_of "$live" 300) && old_latency=$(latency_of "$live" 300) && alerts_before=$(firing_alerts); }; then
    back_out "Prometheus does not answer, so nothing could be compared; requests stayed with $live ($live_tag)" \
      "Give its address with --prometheus, or release with --without-metrics."
  fi
fi

step "Soak: $soak s"
if [ "$DRY_RUN" = true ]; then
  say "would test $idle for $soak s and compare it with $live"
elif [ "$soak" -gt 0 ]; then
  started=$SECONDS
  while [ $((SECONDS - started)) -lt "$soak" ]; do
    smoke "$idle" >/dev/null 2>"$work/smoke" || { cat "$work/smoke" >&2; back_out "release $tag failed during the soak; requests stayed with $live ($live_tag)"; }
    sleep "${SOAK_STEP_SECONDS:-5}"
  done
  judge "$((soak + 30))" || back_out "release $tag did not prove itself in the soak; requests stayed with $live ($live_tag)"
fi

step "Switch: $live → $idle"
switch_to "$live" "$idle" || back_out "the live colour could not be changed, or somebody else changed it; requests stayed where they were"
switched=true
release_connections "$live" || warn "mlmcsc-api-$live was not restarted: open connections stay there until they end"

step "Watch: $watch s"
if [ "$DRY_RUN" = true ]; then
  say "would watch alerts and figures for $watch s, and roll back by itself"
else
  started=$SECONDS
  while [ $((SECONDS - started)) -lt "$watch" ]; do
    sleep "${WATCH_STEP_SECONDS:-15}"
    if [ "$with_metrics" = true ]; then
      alerts=$(firing_alerts) || { warn "Prometheus does not answer"; continue; }
      new_alerts=$(comm -13 <(sort <<<"$alerts_before") <(sort <<<"$alerts") | sed '/^$/d' | paste -sd' ' -)
      [ -z "$new_alerts" ] || back_out "rolled back: alerts began to fire after the switch: $new_alerts"
      verdict=0
      judge 120 || verdict=$?
      [ "$verdict" -ne 1 ] || back_out "rolled back: release $tag is worse than $live_tag"
    fi
    smoke "$idle" >/dev/null 2>"$work/smoke" || { cat "$work/smoke" >&2; back_out "rolled back: release $tag does not pass the smoke test any more"; }
  done
fi

# What is recorded is what runs: also what this script leaves alone.
{ render "$DEPLOYMENT_DIR/kubernetes/overlays/$environment" "$tag" "$idle" . >"$work/record.json" &&
  record_release "$work/record.json" "$tag" "$idle" "$live_tag"; } || warn "the release could not be recorded: deploy.sh could not undo to it"
step "Release $tag runs as $idle; $live ($live_tag) stays warm for: $0 rollback --environment $environment"
