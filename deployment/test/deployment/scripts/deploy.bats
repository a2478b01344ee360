#!/usr/bin/env bats
# shellcheck disable=SC2154 # `status` and `output` are set by `run`.
load support
setup() { prepare; }

@test "deploy: a first installation migrates before it starts processes, tests, and records what runs" {
  make_secrets
  run bash "$SCRIPTS/deploy.sh" production --tag v1 --registry registry.example/lab
  [ "$status" -eq 0 ] || { echo "$output"; false; }
  [ "$(live)" = blue ]
  [ "$(replicas mlmcsc-api-blue)" = 3 ]
  [ "$(replicas mlmcsc-api-green)" = 0 ]
  [ "$(jq -r '.spec.template.spec.containers[].image' "$FAKE/state/deployment.mlmcsc-nginx" | paste -sd' ')" = \
    "registry.example/lab/mlmcsc-nginx:v1 docker.io/nginx/nginx-prometheus-exporter:1.4.2" ]
  [ "$(jq -r .data.tag "$FAKE/state/configmap.mlmcsc-release")" = v1 ]
  [ "$(jq -r .data.migrations "$FAKE/state/configmap.mlmcsc-release")" = 0001 ]
  # In order: the database, its migration, the processes, the questions.
  order=$(grep -nE 'kubectl .*(wait clusters|get job mlmcsc-migrate|rollout status deployment/mlmcsc-api-blue)|curl .*readyz' "$FAKE/calls" |
    sed -E 's/.*(wait|get job|rollout|curl).*/\1/' | uniq | paste -sd, -)
  [ "$order" = "wait,get job,rollout,curl" ] || { echo "$order"; false; }
}

@test "deploy: the same release again leaves everything as it is" {
  install_v1
  before=$(cat "$FAKE"/state/{deployment,service}.*)
  run bash "$SCRIPTS/deploy.sh" production --tag v1
  [ "$status" -eq 0 ]
  [ "$(cat "$FAKE"/state/{deployment,service}.*)" = "$before" ]
}

@test "deploy: green stays live, and the warm colour of before keeps its release" {
  install_v1
  jq '.spec.selector["mlmcsc.dev/colour"] = "green"' "$FAKE/state/service.mlmcsc-api" >"$FAKE/x" && mv "$FAKE/x" "$FAKE/state/service.mlmcsc-api"
  run bash "$SCRIPTS/deploy.sh" production --tag v2
  [ "$status" -eq 0 ]
  [ "$(live)" = green ]
  [ "$(image_tag mlmcsc-api-green)" = v2 ]
  [ "$(image_tag mlmcsc-api-blue)" = v1 ]
}

@test "deploy: a migration that fails starts no process and brings the release of before back" {
  install_v1
  FAKE_MIGRATION=Failed run bash "$SCRIPTS/deploy.sh" production --tag v2
  [ "$status" -eq 1 ]
  said "the database was not brought up to date"
  said "the last words of a process"
  [ "$(image_tag mlmcsc-api-blue)" = v1 ]
  [ "$(jq -r .data.tag "$FAKE/state/configmap.mlmcsc-release")" = v1 ]
}

@test "deploy: a migration that does not end is given up" {
  install_v1
  FAKE_MIGRATION=Running run bash "$SCRIPTS/deploy.sh" production --tag v2
  [ "$status" -eq 1 ]
  said "the migration did not end within 0 s"
  [ "$(image_tag mlmcsc-worker)" = v1 ]
}

@test "deploy: a release that never becomes ready is undone, and it says why" {
  install_v1
  FAKE_NEVER_READY='mlmcsc-api-blue=.*:v2' run bash "$SCRIPTS/deploy.sh" production --tag v2
  [ "$status" -eq 1 ]
  said "deployment/mlmcsc-api-blue did not become ready"
  said "release v1 runs again"
  [ "$(image_tag mlmcsc-api-blue)" = v1 ]
  [ "$(image_tag mlmcsc-worker)" = v1 ]
}

@test "deploy: a release that does not pass the smoke test is undone" {
  install_v1
  FAKE_SICK=live run bash "$SCRIPTS/deploy.sh" production --tag v2
  [ "$status" -eq 1 ]
  said "not ok  ready"
  said "release v2 does not pass the smoke test"
  [ "$(image_tag mlmcsc-api-blue)" = v1 ]
}

@test "deploy: a first installation that fails leaves no process and all data" {
  make_secrets
  FAKE_NEVER_READY='mlmcsc-worker=' run bash "$SCRIPTS/deploy.sh" production --tag v1
  [ "$status" -eq 1 ]
  said "there was no release before"
  [ -z "$(find "$FAKE/state" -name 'deployment.*')" ]
  [ -e "$FAKE/state/cluster.mlmcsc-db" ]
}

@test "deploy: a database that is not ready, and an object that is refused, end it before any process" {
  make_secrets
  FAKE_DATABASE_AWAY=1 run bash "$SCRIPTS/deploy.sh" production --tag v1
  [ "$status" -eq 1 ]
  said "the database mlmcsc-db is not ready"
  FAKE_REFUSED='service/mlmcsc-api$' run bash "$SCRIPTS/deploy.sh" production --tag v1
  [ "$status" -eq 1 ]
  said "the cluster refused an object"
  not_called "rollout status"
}

@test "deploy: nothing is changed without the operators, the secrets or the cluster" {
  make_secrets
  FAKE_NO_API=postgresql.cnpg.io/v1 run bash "$SCRIPTS/deploy.sh" production --tag v1
  [ "$status" -eq 1 ]
  said "bootstrap-cluster.sh"
  not_called " apply "
  rm "$FAKE/state/secret.mlmcsc-secrets"
  run bash "$SCRIPTS/deploy.sh" production --tag v1
  [ "$status" -eq 1 ]
  said "missing: mlmcsc-secrets/session-secret"
  not_called "rollout status"
  FAKE_CLUSTER_AWAY=1 run bash "$SCRIPTS/deploy.sh" production --tag v1
  [ "$status" -eq 1 ]
  said "the cluster does not answer"
}

@test "deploy: a dry run changes nothing" {
  run bash "$SCRIPTS/deploy.sh" production --tag v1 --dry-run
  [ "$status" -eq 0 ] || { echo "$output"; false; }
  said "would apply: Deployment mlmcsc-api-blue"
  not_called "kubectl.* (apply|delete|patch|scale|create|rollout|port-forward) "
}

@test "deploy: wrong calls are told" {
  run bash "$SCRIPTS/deploy.sh"
  [ "$status" -eq 2 ]
  run bash "$SCRIPTS/deploy.sh" nowhere
  [ "$status" -eq 2 ]
  said "there are: production staging"
  run bash "$SCRIPTS/deploy.sh" production --tag latest
  [ "$status" -eq 2 ]
  run bash "$SCRIPTS/deploy.sh" production --tag 'v1;reboot'
  [ "$status" -eq 2 ]
}
