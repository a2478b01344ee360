#!/usr/bin/env bats
# shellcheck disable=SC2154 # `status` and `output` are set by `run`.
load support
setup() {
  prepare
  install_v1
  for colour in blue green; do
    echo 500 >"$FAKE/metrics/requests-$colour"
    echo 0.001 >"$FAKE/metrics/errors-$colour"
    echo 0.2 >"$FAKE/metrics/latency-$colour"
  done
}
release() { bash "$SCRIPTS/blue-green-deploy.sh" "$1" --soak 1 --watch 1 "${@:2}"; }

# Requests, processes and workers as they were before the release.
nothing_changed() {
  [ "$(live)" = blue ] && [ "$(image_tag mlmcsc-api-blue)" = v1 ] && [ "$(replicas mlmcsc-api-green)" = 0 ] &&
    [ "$(image_tag mlmcsc-worker)" = v1 ] && [ "$(jq -r .data.tag "$FAKE/state/configmap.mlmcsc-release")" = v1 ]
}

@test "blue-green: a good release gets the requests, and the old colour stays warm; a rollback is one command" {
  run release v2
  [ "$status" -eq 0 ] || { echo "$output"; false; }
  [ "$(live)" = green ]
  [ "$(image_tag mlmcsc-api-green)" = v2 ] && [ "$(replicas mlmcsc-api-green)" = 3 ]
  [ "$(image_tag mlmcsc-api-blue)" = v1 ] && [ "$(replicas mlmcsc-api-blue)" = 3 ]
  [ "$(image_tag mlmcsc-worker)" = v2 ]
  [ "$(image_tag mlmcsc-nginx)" = v1 ]
  [ "$(jq -rc '.data | [.tag, .colour, .previous_tag]' "$FAKE/state/configmap.mlmcsc-release")" = '["v2","green","v1"]' ]
  # The new colour was tested at its own address before the switch, and the old one let its connections go after it.
  order=$(grep -oE 'rollout status deployment/mlmcsc-api-green|connect-to ::127.0.0.1:40002.*readyz|patch service mlmcsc-api|rollout restart deployment/mlmcsc-api-blue' \
    "$FAKE/calls" | sed 's/connect-to.*/test/' | uniq | head -n 4 | paste -sd'|' -)
  [ "$order" = "rollout status deployment/mlmcsc-api-green|test|patch service mlmcsc-api|rollout restart deployment/mlmcsc-api-blue" ] ||
    { echo "$order"; false; }

  run bash "$SCRIPTS/blue-green-deploy.sh" rollback
  [ "$status" -eq 0 ] || { echo "$output"; false; }
  [ "$(live)" = blue ]
  [ "$(image_tag mlmcsc-worker)" = v1 ]
  [ "$(jq -rc '.data | [.tag, .colour, .previous_tag]' "$FAKE/state/configmap.mlmcsc-release")" = '["v1","blue","v2"]' ]
}

@test "blue-green: a release that never becomes ready gets no request" {
  FAKE_NEVER_READY='green=.*:v2' run release v2
  [ "$status" -eq 1 ]
  said "release v2 did not become ready; requests stayed with blue (v1)"
  nothing_changed
  not_called "patch service"
}

@test "blue-green: a release that fails the smoke test, or whose workers never run, gets no request" {
  FAKE_SICK=green run release v2
  [ "$status" -eq 1 ]
  said "release v2 does not pass the smoke test"
  nothing_changed
  FAKE_NEVER_READY='mlmcsc-worker=.*:v2' run release v2
  [ "$status" -eq 1 ]
  said "the workers of release v2 did not become ready"
  nothing_changed
}

@test "blue-green: more errors, or slower answers, in the soak keep the requests where they are" {
  echo 0.2 >"$FAKE/metrics/errors-green"
  run release v2
  [ "$status" -eq 1 ]
  said "worse: green answers with more errors"
  nothing_changed
  echo 0.001 >"$FAKE/metrics/errors-green"
  echo 0.9 >"$FAKE/metrics/latency-green"
  run release v2
  [ "$status" -eq 1 ]
  said "worse: green answers more slowly"
  nothing_changed
}

@test "blue-green: without figures nothing is released, unless the operator says so" {
  rm "$FAKE/metrics/requests-green"
  run release v2
  [ "$status" -eq 1 ]
  said "Prometheus has no requests of green"
  nothing_changed
  FAKE_PROMETHEUS_AWAY=1 run release v2
  [ "$status" -eq 1 ]
  said "Prometheus does not answer"
  nothing_changed
  FAKE_PROMETHEUS_AWAY=1 run release v2 --without-metrics
  [ "$status" -eq 0 ]
  [ "$(live)" = green ]
}

@test "blue-green: an alert that begins after the switch moves the requests back; one that fired before does not" {
  echo DiskFillsSlowly >"$FAKE/metrics/alerts"
  echo ApiErrors >"$FAKE/metrics/alerts-after-switch"
  run release v2
  [ "$status" -eq 1 ]
  said "rolled back: alerts began to fire after the switch: ApiErrors"
  nothing_changed
  called "patch service mlmcsc-api.*green.*blue"
  rm "$FAKE/metrics/alerts-after-switch"
  run release v2
  [ "$status" -eq 0 ]
}

@test "blue-green: a release that fails after the switch is rolled back" {
  # Well for the test before the switch, which asks twice: while it waits, and for its record.
  FAKE_SICK=green:2 run release v2 --soak 0
  [ "$status" -eq 1 ] || { echo "$output"; false; }
  said "requests go to blue (v1) again"
  said "rolled back: release v2 does not pass the smoke test any more"
  nothing_changed
}

@test "blue-green: a migration that the old release would not survive, or that fails, stops it at once" {
  echo 'alter table first drop column id;' >"$MIGRATIONS_DIR/0002_less.sql"
  run release v2
  [ "$status" -eq 1 ]
  said "0002_less.sql: drops a column"
  nothing_changed
  not_called " apply "
  rm "$MIGRATIONS_DIR/0002_less.sql"
  FAKE_MIGRATION=Failed run release v2
  [ "$status" -eq 1 ]
  said "the migration ended with an error"
  nothing_changed
}

@test "blue-green: whoever changes the live colour second is refused" {
  FAKE_STOLEN_SWITCH=1 run release v2
  [ "$status" -eq 1 ]
  said "or somebody else changed it"
  nothing_changed
}

@test "blue-green: a rollback warms the colour of before, and refuses one that is not well" {
  run bash "$SCRIPTS/blue-green-deploy.sh" rollback
  [ "$status" -eq 0 ] || { echo "$output"; false; }
  called "scale deployment/mlmcsc-api-green --replicas=3"
  [ "$(live)" = green ]
  FAKE_SICK=blue run bash "$SCRIPTS/blue-green-deploy.sh" rollback
  [ "$status" -eq 1 ]
  said "does not pass the smoke test; requests stay with green"
  [ "$(live)" = green ]
}

@test "blue-green: nothing to release beside, dry runs and wrong calls" {
  run release v2 --dry-run
  [ "$status" -eq 0 ] || { echo "$output"; false; }
  said "would run: kubectl"
  nothing_changed
  run bash "$SCRIPTS/blue-green-deploy.sh"
  [ "$status" -eq 2 ]
  run release v2 --soak soon
  [ "$status" -eq 2 ]
  rm "$FAKE/state/service.mlmcsc-api"
  run release v2
  [ "$status" -eq 1 ]
  said "Install first"
}
