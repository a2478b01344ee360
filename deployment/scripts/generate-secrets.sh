#!/usr/bin/env bash
# Makes the secrets of an installation: strong, from the system's random numbers, and never over one that exists.
#
# Usage: generate-secrets.sh <environment> [--check] [--dry-run]
#        generate-secrets.sh --directory DIR [--check] [--dry-run]
#
#   <environment>     in the namespace of this environment, as Kubernetes Secrets
#   --directory DIR   as files DIR/<secret>/<key>, readable by their owner only: for Docker Compose and hosts
#   --check           makes nothing; says what is missing and ends with 1 if anything is
#   --dry-run         says what would be made
#
# Which secrets there are stands in deployment/configs/secrets.list. What somebody else gives (the keys of an S3 server) is asked for in the
# environment as the list says, e.g. S3_ACCESS_KEY_ID; what is not given is said. A value is never printed and never passed as an argument.
# Running it again fills only what is missing. To change a secret, remove it first (deployment/docs/hardening.md).
set -euo pipefail
# shellcheck source=deployment/scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

environment='' directory='' check=false
while [ $# -gt 0 ]; do
  case $1 in
    --help | -h) show_help; exit 0 ;;
    --directory) need_value "$@"; directory=$2; shift ;;
    --check) check=true ;;
    --dry-run) DRY_RUN=true ;;
    -*) usage_error "there is no option $1" ;;
    *) [ -z "$environment" ] || usage_error "one environment, not '$environment' and '$1'"; environment=$1 ;;
  esac
  shift
done
if [ -n "$directory" ]; then
  [ -z "$environment" ] || usage_error "an environment or --directory, not both"
else
  [ -n "$environment" ] || usage_error "which environment?"
  load_environment "$environment"
  need kubectl jq base64
  [ "$check" = true ] || [ "$DRY_RUN" = true ] || reach_cluster
fi

# What a key holds now; nothing where there is none.
existing_value() {
  local name=$1 key=$2
  if [ -n "$directory" ]; then
    [ ! -r "$directory/$name/$key" ] || cat "$directory/$name/$key"
  else
    kube_json secret "$name" | jq -j --arg key "$key" '.data[$key] // "" | @base64d'
  fi
}

# A text with each {secret/key} replaced; nothing when one of them has no value.
compose() {
  local text=$1 part value
  while [[ $text =~ \{([a-z0-9-]+)/([a-z0-9-]+)\} ]]; do
    part=${BASH_REMATCH[0]}
    value=$(existing_value "${BASH_REMATCH[1]}" "${BASH_REMATCH[2]}")
    if [ "$DRY_RUN" = true ]; then value=later; fi
    [ -n "$value" ] || return 0
    text=${text//"$part"/$value}
  done
  printf '%s' "$text"
}

# A value of its kind, on standard output; nothing when somebody else has to give it and did not.
value_of() {
  local kind=$1
  case $kind in
    hex32) head -c 32 /dev/urandom | od -An -tx1 | tr -d ' \n' ;;
    given:*) local name=${kind#given:}; printf '%s' "${!name:-}" ;;
    text:*) printf '%s' "${kind#text:}" ;;
    composed:*) compose "${kind#composed:}" ;;
    *) fail "secrets.list has an unknown kind '$kind'" ;;
  esac
}

made=0 absent=0
keys_in_cluster() { kube_json secret "$1" | jq -r '.data // {} | keys[]'; }

# One Secret with all its keys: secret NAME KEY KIND [KEY KIND…]
secret() {
  local name=$1 key kind value present payload={} new=()
  shift
  if [ -n "$directory" ]; then
    present=$(if [ -d "$directory/$name" ]; then ls -A "$directory/$name"; fi)
  else
    present=$(keys_in_cluster "$name") || fail "the cluster did not tell which secrets exist"
  fi
  while [ $# -gt 0 ]; do
    key=$1 kind=$2
    shift 2
    ! grep -qxF -- "$key" <<<"$present" || continue
    if [ "$check" = true ]; then
      say "missing: $name/$key"
      absent=$((absent + 1))
      continue
    fi
    value=$(value_of "$kind")
    if [ -z "$value" ]; then
      say "not made: $name/$key: $(case $kind in given:*) echo "give it in the environment as ${kind#given:}" ;; *) echo "${kind#composed:} lacks a part" ;; esac)"
      absent=$((absent + 1))
      continue
    fi
    new+=("$key")
    [ "$DRY_RUN" = false ] || continue
    if [ -n "$directory" ]; then
      (umask 077; mkdir -p "$directory/$name"; set -o noclobber; printf '%s' "$value" >"$directory/$name/$key")
    else
      payload=$(printf '%s' "$value" | jq -Rs --argjson payload "$payload" --arg key "$key" '$payload + {($key): (. | @base64)}')
    fi
  done
  [ ${#new[@]} -gt 0 ] || return 0
  made=$((made + ${#new[@]}))
  say "$([ "$DRY_RUN" = true ] && echo "would make" || echo made): $name: ${new[*]}"
  [ "$DRY_RUN" = false ] && [ -z "$directory" ] || return 0
  local object
  object=$(jq -n --arg name "$name" --arg namespace "$NAMESPACE" --argjson data "$payload" '{apiVersion: "v1", kind: "Secret",
    metadata: {name: $name, namespace: $namespace, labels: {"app.kubernetes.io/part-of": "mlmcsc"}}, type: "Opaque", data: $data}')
  if [ -n "$present" ]; then
    # Only keys that are absent are named, so nothing that exists is changed.
    kubectl --request-timeout="$REQUEST_TIMEOUT" -n "$NAMESPACE" patch secret "$name" --type=merge --patch-file=/dev/stdin \
      < <(jq '{data}' <<<"$object") >/dev/null
  else
    # `create` refuses when somebody else made it meanwhile.
    kubectl --request-timeout="$REQUEST_TIMEOUT" create -f - <<<"$object" >/dev/null
  fi
}

while read -r name rest; do
  case $name in '' | \#*) continue ;; esac
  # shellcheck disable=SC2086 # The rest of the line is words.
  secret "$name" $rest
done <"$DEPLOYMENT_DIR/configs/secrets.list"
if [ "$absent" -gt 0 ]; then fail "$absent secrets are missing"; fi
if [ "$check" = true ]; then say "every secret is there"; else say "$made values made; what existed is as it was"; fi
