#!/usr/bin/env bash
# Installs the operators that the manifests need, each in the version that was chosen for it.
#
# Usage: bootstrap-cluster.sh [--with NAME[,NAME…]] [--without NAME[,NAME…]] [--only NAME[,NAME…]] [--timeout S] [--dry-run]
#
#   --with NAMES      also these, which are installed on request only: mlmcsc-redis and prometheus-adapter (after the first
#                     deploy.sh, which makes their certificates), kyverno (admission of signed images), eck (logs), falco (runtime security)
#   --without NAMES   not these, because the cluster has them already
#   --only NAMES      these alone
#   --timeout S       how long each may take (default 600)
#   --dry-run         says what would be installed; changes nothing
#
# Names, versions and repositories stand in deployment/configs/operators.list, values in deployment/configs/operators. Running it again
# upgrades to the versions of the list, and changes nothing where they run already. An operator that does not become ready is taken back to
# what it was, and the script ends with 1, saying which; those before it stay.
set -euo pipefail
# shellcheck source=deployment/scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

with=, without=, only='' timeout=600
while [ $# -gt 0 ]; do
  case $1 in
    --help | -h) show_help; exit 0 ;;
    --with) need_value "$@"; with=,$2,; shift ;;
    --without) need_value "$@"; without=,$2,; shift ;;
    --only) need_value "$@"; only=,$2,; shift ;;
    --timeout) need_value "$@"; need_number "$1" "$2"; timeout=$2; shift ;;
    --dry-run) DRY_RUN=true ;;
    *) usage_error "there is no option $1" ;;
  esac
  shift
done
need kubectl helm jq
list=$DEPLOYMENT_DIR/configs/operators.list

# A name that is in no line is a slip of the pen, not an operator to leave out.
known=$(awk '!/^#/ && NF { print $1 }' "$list")
for name in $(tr ',' ' ' <<<"$with $without $only"); do
  grep -qxF -- "$name" <<<"$known" || usage_error "there is no operator '$name'; there are: $(paste -sd' ' - <<<"$known")"
done
[ "$DRY_RUN" = true ] || reach_cluster

wanted() {
  local name=$1 when=$2
  if [ -n "$only" ]; then [[ $only == *",$name,"* ]]; return; fi
  [[ $without != *",$name,"* ]] && { [ "$when" = always ] || [[ $with == *",$name,"* ]]; }
}

installed=0
while read -r name when namespace repository chart version values; do
  case $name in '' | \#*) continue ;; esac
  wanted "$name" "$when" || continue
  step "$name $version"
  options=(--repo "$repository" --version "$version" --namespace "$namespace" --create-namespace --atomic --wait --timeout "${timeout}s")
  [ "$values" = - ] || options+=(--values "$DEPLOYMENT_DIR/configs/operators/$values")
  [ "$name" != falco ] || options+=(--set-file "customRules.mlmcsc-rules\.yaml=$DEPLOYMENT_DIR/configs/falco/mlmcsc-rules.yaml")
  run helm upgrade --install "$name" "$chart" "${options[@]}" >&2 </dev/null ||
    fail "$name $version was not installed; helm took it back" \
      "Look at it: kubectl -n $namespace get pods,events; installed before it: $installed"
  installed=$((installed + 1))
done <"$list"
[ "$installed" -gt 0 ] || fail "nothing to install"
step "$installed operators $([ "$DRY_RUN" = true ] && echo 'would be installed' || echo 'are as the list says')"
