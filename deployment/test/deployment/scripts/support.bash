# shellcheck shell=bash
# shellcheck disable=SC2154 # `output` is set by `run`.
# What every file of these tests needs: a copy of the scripts with a small overlay, and the recording programs first in the path.

prepare() {
  ROOT=$(cd "$BATS_TEST_DIRNAME/../../../.." && pwd)
  FAKE=$BATS_TEST_TMPDIR/fake
  mkdir -p "$FAKE/state" "$FAKE/metrics" "$BATS_TEST_TMPDIR/repository/deployment/kubernetes/overlays"/{staging,production}
  : >"$FAKE/calls"
  cp "$BATS_TEST_DIRNAME/objects.ndjson" "$FAKE/objects.json"
  cp -r "$ROOT/deployment/scripts" "$ROOT/deployment/configs" "$BATS_TEST_TMPDIR/repository/deployment/"
  cp "$ROOT/package.json" "$BATS_TEST_TMPDIR/repository/"
  touch "$BATS_TEST_TMPDIR/repository/deployment/kubernetes/overlays"/{staging,production}/kustomization.yaml
  SCRIPTS=$BATS_TEST_TMPDIR/repository/deployment/scripts
  MIGRATIONS_DIR=$BATS_TEST_TMPDIR/migrations
  mkdir "$MIGRATIONS_DIR"
  echo 'create table first (id integer);' >"$MIGRATIONS_DIR/0001_first.sql"
  PATH=$BATS_TEST_DIRNAME/fakes:$PATH
  export FAKE PATH MIGRATIONS_DIR WAIT_STEP_SECONDS=0 SOAK_STEP_SECONDS=1 WATCH_STEP_SECONDS=0 SMOKE_READY_WITHIN=0
  export MLMCSC_DEPLOY_MIGRATION_TIMEOUT=0 MLMCSC_DEPLOY_ROLLOUT_TIMEOUT=5
}

# Every secret that the list names, as if they had been made.
make_secrets() {
  local lines
  lines=$(awk '!/^#/ { for (i = 2; i < NF; i += 2) print $1, $i }' "$SCRIPTS/../configs/secrets.list")
  while read -r name; do
    grep "^$name " <<<"$lines" | jq -Rn --arg name "$name" '{kind: "Secret", metadata: {name: $name}, data: ([inputs | split(" ")[1] | {key: ., value: "eA=="}] | from_entries)}' \
      >"$FAKE/state/secret.$name"
  done < <(cut -d' ' -f1 <<<"$lines" | sort -u)
  : >"$FAKE/calls"
}

# An installation of release v1 on blue.
install_v1() {
  make_secrets
  bash "$SCRIPTS/deploy.sh" production --tag v1
  : >"$FAKE/calls"
}

called() { grep -qE -- "$1" "$FAKE/calls" || { echo "not called: $1"; cat "$FAKE/calls"; return 1; }; }
not_called() { ! grep -E -- "$1" "$FAKE/calls"; }
said() { [[ $output == *"$1"* ]] || { echo "not said: $1"; echo "$output"; return 1; }; }

# What runs: image_tag DEPLOYMENT, replicas DEPLOYMENT, live
image_tag() { jq -r '.spec.template.spec.containers[0].image | split(":")[1]' "$FAKE/state/deployment.$1"; }
replicas() { jq -r '.spec.replicas' "$FAKE/state/deployment.$1"; }
live() { jq -r '.spec.selector["mlmcsc.dev/colour"]' "$FAKE/state/service.mlmcsc-api"; }
