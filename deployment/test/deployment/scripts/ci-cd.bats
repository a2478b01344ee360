#!/usr/bin/env bats
# shellcheck disable=SC2154 # `status` and `output` are set by `run`.
load support
setup() {
  prepare
  cp -r "$ROOT/deployment/ci-cd" "$BATS_TEST_TMPDIR/repository/deployment/"
  CI_CD=$BATS_TEST_TMPDIR/repository/deployment/ci-cd
  export CI=false
}

@test "ci-cd: every script explains itself and refuses options that it does not have" {
  for script in "$CI_CD"/*.sh; do
    run bash "$script" --help
    [ "$status" -eq 0 ] || { echo "$script --help"; false; }
    said "Usage: $(basename "$script")"
    run bash "$script" --no-such-option
    [ "$status" -eq 2 ] || { echo "$script --no-such-option: $status"; false; }
  done
}

@test "ci-cd: a scanner that cannot be had is said on a developer's machine, and shuts the gate in continuous integration" {
  run env PATH="$BATS_TEST_DIRNAME/fakes:/usr/bin:/bin" bash "$CI_CD/scan.sh" images mlmcsc-api:v1
  [ "$status" -eq 0 ]
  said "skipped: images were not scanned: there is no trivy on this machine"
  run env CI=true PATH="$BATS_TEST_DIRNAME/fakes:/usr/bin:/bin" bash "$CI_CD/scan.sh" images mlmcsc-api:v1
  [ "$status" -eq 1 ]
  said "a scan that did not run has failed"
}

@test "ci-cd: images are signed by digest, their contents attested, and both verified" {
  mkdir "$BATS_TEST_TMPDIR/release"
  jq -n '[{name: "registry.example/lab/mlmcsc-api", tag: "v1", digest: "registry.example/lab/mlmcsc-api@sha256:00aa "}]' >"$BATS_TEST_TMPDIR/release/images.json"
  run bash "$CI_CD/sign.sh" "$BATS_TEST_TMPDIR/release" --key cosign.key --public-key cosign.pub
  [ "$status" -eq 0 ] || { echo "$output"; false; }
  called "cosign sign --yes --key cosign.key registry.example/lab/mlmcsc-api@sha256:00aa"
  called "cosign attest .* --predicate $BATS_TEST_TMPDIR/release/mlmcsc-api.cdx.json registry.example/lab/mlmcsc-api@sha256:00aa"
  called "cosign verify --key cosign.pub registry.example/lab/mlmcsc-api@sha256:00aa"
  FAKE_UNSIGNED=mlmcsc-api run bash "$CI_CD/sign.sh" "$BATS_TEST_TMPDIR/release" --public-key cosign.pub --verify-only
  [ "$status" -eq 1 ]
  said "is not signed as it must be"
  run bash "$CI_CD/sign.sh" "$BATS_TEST_TMPDIR/release"
  [ "$status" -eq 2 ]
  jq -n '[{name: "mlmcsc-api", tag: "v1", digest: ""}]' >"$BATS_TEST_TMPDIR/release/images.json"
  run bash "$CI_CD/sign.sh" "$BATS_TEST_TMPDIR/release" --public-key cosign.pub
  [ "$status" -eq 1 ]
  said "mlmcsc-api has no digest: it was not pushed"
}

@test "ci-cd: the configuration of a cluster is a file for one command only" {
  # shellcheck disable=SC2016 # The inner shell expands it.
  KUBECONFIG_CONTENT=secret run bash "$CI_CD/with-cluster.sh" bash -c 'stat -c "%a %n" "$KUBECONFIG"; cat "$KUBECONFIG"; echo "[${KUBECONFIG_CONTENT:-gone}]"; exit 3'
  [ "$status" -eq 3 ]
  [[ ${lines[0]} == 600\ * && ${lines[1]} == secret && ${lines[2]} == '[gone]' ]]
  [ ! -e "${lines[0]#600 }" ]
  run bash "$CI_CD/with-cluster.sh" true
  [ "$status" -eq 1 ]
}
