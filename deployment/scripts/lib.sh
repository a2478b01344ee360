#!/usr/bin/env bash
# What the scripts of this folder share: messages, prerequisites, dry runs, kubectl with time limits. Sourced, not run.

# Folder of the deployment, whatever the current folder is.
DEPLOYMENT_DIR=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
REPOSITORY_DIR=$(cd "$DEPLOYMENT_DIR/.." && pwd)
export DEPLOYMENT_DIR REPOSITORY_DIR

DRY_RUN=${DRY_RUN:-false}
# A single question to the API server; waits have limits of their own.
REQUEST_TIMEOUT=${REQUEST_TIMEOUT:-20s}
NAMESPACE=${NAMESPACE:-mlmcsc}

say() { printf '%s\n' "$*" >&2; }
step() { printf '\n== %s\n' "$*" >&2; }
warn() { printf 'warning: %s\n' "$*" >&2; }

# Ends the script: what failed, then what to do about it, one line each.
fail() {
  printf 'failed: %s\n' "$1" >&2
  shift
  local hint
  for hint in "$@"; do printf '        %s\n' "$hint" >&2; done
  exit 1
}

# A mistake in how the script was called.
usage_error() {
  printf '%s: %s (see --help)\n' "$(basename "$0")" "$*" >&2
  exit 2
}

# The comment at the head of the script is its help.
show_help() {
  awk 'NR == 1 { next } /^#/ { sub(/^# ?/, ""); print; next } { exit }' "$0"
}

# For scripts that take arguments and no options but --help: only_arguments "$@"
only_arguments() {
  case ${1:-} in
    --help | -h) show_help; exit 0 ;;
    -*) usage_error "there is no option $1" ;;
  esac
}

need() {
  local program missing=()
  for program in "$@"; do command -v "$program" >/dev/null 2>&1 || missing+=("$program"); done
  [ ${#missing[@]} -eq 0 ] || fail "missing programs: ${missing[*]}" "Install them and run $(basename "$0") again."
}

# Value of an option that needs one: need_value --tag "$@"
need_value() { if [ $# -lt 2 ] || [ -z "$2" ]; then usage_error "$1 needs a value"; fi; }

need_number() { [[ $2 =~ ^[0-9]+$ ]] || usage_error "$1 needs a whole number, not '$2'"; }

need_tag() {
  [[ $1 =~ ^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$ ]] || usage_error "'$1' cannot be the tag of an image"
  [ "$1" != latest ] || usage_error "'latest' says nothing about what runs: give the tag of a release"
}

# Runs a command that changes something, or prints it in a dry run.
run() {
  if [ "$DRY_RUN" = true ]; then
    printf 'would run:' >&2
    printf ' %q' "$@" >&2
    printf '\n' >&2
  else
    "$@"
  fi
}

# kubectl in the namespace of the installation; never hangs on an API server that does not answer.
kube() { kubectl --request-timeout="$REQUEST_TIMEOUT" --namespace "$NAMESPACE" "$@"; }

# Changes something in the namespace.
change() { run kubectl --request-timeout="$REQUEST_TIMEOUT" --namespace "$NAMESPACE" "$@"; }

# A JSON object from the cluster, or nothing where there is none. Other failures are failures.
kube_json() {
  local answer
  answer=$(kube get "$@" --ignore-not-found -o json) || return 1
  [ -z "$answer" ] || printf '%s\n' "$answer"
}

reach_cluster() {
  need kubectl jq
  kubectl --request-timeout="$REQUEST_TIMEOUT" get --raw /version >/dev/null 2>&1 ||
    fail "the cluster does not answer" "Check the context: kubectl config current-context; kubectl cluster-info."
}

# Settings of an environment: deployment/configs/environments/<name>.env; what the caller's environment has set wins.
load_environment() {
  local name=$1 file line key value
  [[ $name =~ ^[a-z][a-z0-9-]*$ ]] || usage_error "'$name' is no environment"
  file=$DEPLOYMENT_DIR/configs/environments/$name.env
  if [ ! -f "$file" ]; then
    local names=() one
    for one in "$DEPLOYMENT_DIR"/configs/environments/*.env; do names+=("$(basename "$one" .env)"); done
    usage_error "there is no environment '$name'; there are: ${names[*]}"
  fi
  while IFS= read -r line || [ -n "$line" ]; do
    [[ $line =~ ^([A-Z_]+)=(.*)$ ]] || continue
    key=${BASH_REMATCH[1]} value=${BASH_REMATCH[2]}
    declare -gx "$key=${MLMCSC_DEPLOY_OVERRIDES[$key]:-$value}"
  done <"$file"
  [ -z "$NAMESPACE_OPTION" ] || NAMESPACE=$NAMESPACE_OPTION
}
declare -A MLMCSC_DEPLOY_OVERRIDES=()
NAMESPACE_OPTION=${NAMESPACE_OPTION:-}
for one in NAMESPACE PUBLIC_URL REGISTRY PROMETHEUS API_REPLICAS ROLLOUT_TIMEOUT MIGRATION_TIMEOUT SOAK_SECONDS WATCH_SECONDS; do
  given=MLMCSC_DEPLOY_$one
  [ -z "${!given:-}" ] || MLMCSC_DEPLOY_OVERRIDES[$one]=${!given}
done
unset one given

# Repeats a command every two seconds until it succeeds: wait_until SECONDS command…
wait_until() {
  local limit=$1 started=$SECONDS
  shift
  until "$@"; do
    [ $((SECONDS - started)) -lt "$limit" ] || return 1
    sleep "${WAIT_STEP_SECONDS:-2}"
  done
}

# Why pods are not ready, in the operator's words: states, reasons, the last lines of their logs.
tell_why() {
  local selector=$1
  say "pods with $selector:"
  kube get pods -l "$selector" -o wide >&2 || true
  kube get pods -l "$selector" -o json 2>/dev/null | jq -r '
    .items[]? | .metadata.name as $pod
    | ((.status.containerStatuses // []) + (.status.initContainerStatuses // []))[]
    | (.state.waiting // .state.terminated // empty) as $why
    | "  \($pod)/\(.name): \($why.reason // "?") \($why.message // "" | .[0:200])"' >&2 || true
  kube logs -l "$selector" --all-containers --tail=15 --prefix >&2 || true
}
