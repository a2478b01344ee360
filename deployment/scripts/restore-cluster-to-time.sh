#!/usr/bin/env bash
# On Kubernetes: restores the database to a moment, from the archive of CloudNativePG, into a new Cluster.
#
# Usage: restore-cluster-to-time.sh ENVIRONMENT --to TIME|latest [options]
#
#   ENVIRONMENT        staging or production: sizes, bucket and keys come from its overlay
#   --to TIME          with its zone, e.g. 2026-11-30T20:15:00Z; latest: everything that was archived
#   --name NAME        of the new Cluster (default: mlmcsc-database-restored), beside the one that runs: to look at, to copy rows from
#   --in-place         instead: removes mlmcsc-database with its volumes and makes it again as it was. Stop API and workers first
#   --server NAME      folder of the archive in the bucket (default: what the overlay says, or mlmcsc-database)
#   --yes              does not ask before it removes anything
#   --timeout SECONDS  how long it may take (default: 14400)
#   --namespace NAME   (default: mlmcsc)
#   --print            prints the manifest and ends; asks no cluster
#   --dry-run          says what would be done
#
# The new Cluster archives into a folder of its own in the bucket, never into the one that it came from; its name is printed. After --in-place
# put that name into the overlay (spec.backup.barmanObjectStore.serverName), or the next release would mix two lines of time in one folder.
set -euo pipefail
# shellcheck source=deployment/scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

environment='' to='' name='' server='' in_place=false yes=false print=false timeout=14400
while [ $# -gt 0 ]; do
  case $1 in
    --help | -h) show_help; exit 0 ;;
    --to) need_value "$@"; to=$2; shift ;;
    --name) need_value "$@"; name=$2; shift ;;
    --server) need_value "$@"; server=$2; shift ;;
    --in-place) in_place=true ;;
    --yes) yes=true ;;
    --timeout) need_value "$@"; need_number "$@"; timeout=$2; shift ;;
    --namespace) need_value "$@"; NAMESPACE=$2; shift ;;
    --print) print=true ;;
    --dry-run) DRY_RUN=true ;;
    -*) usage_error "there is no option $1" ;;
    *) [ -z "$environment" ] || usage_error "one environment, not '$1' too"; environment=$1 ;;
  esac
  shift
done
overlay=$DEPLOYMENT_DIR/kubernetes/overlays/$environment
if ! [[ $environment =~ ^[a-z][a-z0-9-]*$ ]] || [ ! -d "$overlay" ]; then usage_error "name the environment, staging or production"; fi
[ -n "$to" ] || usage_error "--to: name the moment, or latest"
if [ "$to" != latest ]; then
  # A time without a zone means another one on every machine.
  [[ $to =~ (Z|[+-][0-9]{2}:?[0-9]{2})$ ]] || usage_error "--to: the time needs a zone, e.g. 2026-11-30T20:15:00Z"
  to=$(date -u -d "$to" +%Y-%m-%dT%H:%M:%S.%6NZ 2>/dev/null) || usage_error "--to: that is no time"
fi
[ "$in_place" = false ] || [ -z "$name" ] || usage_error "--name and --in-place exclude each other"
original=mlmcsc-database
[ "$in_place" = true ] && name=$original
name=${name:-$original-restored}
[[ $name =~ ^[a-z][a-z0-9-]{0,40}$ ]] || usage_error "--name: '$name' cannot be the name of a Cluster"
[ "$in_place" = true ] || [ "$name" != "$original" ] || usage_error "--name: $original is the one that runs; --in-place replaces it"
need kubectl jq

own=$original-$(date -u +%Y%m%d%H%M%S)
manifest=$(kubectl kustomize "$overlay" | kubectl annotate --local --overwrite -f - -o json "mlmcsc.dev/restored-to=$to" |
  jq -s --arg original "$original" --arg name "$name" --arg to "$to" --arg server "$server" --arg own "$own" '
    first(.[] | select(.kind == "Cluster" and .metadata.name == $original)) // error("the overlay has no Cluster " + $original)
    | .spec.backup.barmanObjectStore as $store
    | .metadata.name = $name
    | .spec.topologySpreadConstraints[]?.labelSelector.matchLabels["cnpg.io/cluster"] = $name
    | .metadata.annotations["mlmcsc.dev/restored-to"] = $to
    | .spec.bootstrap.initdb as $first
    | .spec.bootstrap = {recovery: ({source: "archive"}
        + ($first | {database, owner, secret} | with_entries(select(.value != null)))
        + (if $to == "latest" then {} else {recoveryTarget: {targetTime: $to}} end))}
    | .spec.externalClusters = [{name: "archive", barmanObjectStore: (
        ($store | {destinationPath, endpointURL, endpointCA, s3Credentials} | with_entries(select(.value != null)))
        + {serverName: (if $server != "" then $server else ($store.serverName // $original) end), wal: {maxParallel: 4}})}]
    | .spec.backup.barmanObjectStore.serverName = $own') || fail "the Cluster of $environment cannot be rendered"
if [ "$print" = true ]; then
  printf '%s\n' "$manifest"
  exit 0
fi

reach_cluster
if [ "$in_place" = true ]; then
  busy=$(kube get deployments -o json | jq -r '[.items[] | select((.metadata.name | test("^mlmcsc-(api|worker)")) and .spec.replicas > 0) | .metadata.name] | join(" ")')
  [ -z "$busy" ] || fail "$busy would write into the database while it comes back" "Stop them: kubectl --namespace $NAMESPACE scale deployment $busy --replicas=0 (pause KEDA's ScaledObject first)."
  if [ "$yes" != true ] && [ "$DRY_RUN" != true ]; then
    printf 'The Cluster %s and its volumes will be gone; it is made again as it was at %s. Go on? [yes] ' "$name" "$to" >&2
    read -r answer
    [ "$answer" = yes ] || fail "not confirmed"
  fi
  step "Removing $name"
  change delete cluster.postgresql.cnpg.io "$name" --ignore-not-found --wait=true --timeout=300s >&2 || fail "$name was not removed"
elif [ -n "$(kube_json cluster.postgresql.cnpg.io "$name")" ]; then
  fail "there is a Cluster $name already" "Give another --name, or remove it: kubectl --namespace $NAMESPACE delete cluster.postgresql.cnpg.io $name"
fi

step "Restoring into $name, as of $to"
if [ "$DRY_RUN" = true ]; then
  say "would apply: Cluster $name"
  exit 0
fi
# As a release would own it: the next one takes the bootstrap out again.
kubectl --request-timeout="$REQUEST_TIMEOUT" apply --server-side --force-conflicts --field-manager=mlmcsc-deploy -f - <<<"$manifest" >&2 ||
  fail "the Cluster was not taken"
if ! kubectl --namespace "$NAMESPACE" wait --for=condition=Ready "cluster.postgresql.cnpg.io/$name" "--timeout=${timeout}s" >&2; then
  tell_why "cnpg.io/cluster=$name"
  fail "$name did not become ready within $timeout s" "A moment that the archive does not reach, a wrong key or a missing segment is told in the log of its recovery job, above."
fi
say "$name is ready. It archives into the folder $own of the bucket."
if [ "$in_place" = true ]; then
  say "Put it into the overlay: spec.backup.barmanObjectStore.serverName: $own. Make a backup now: kubectl cnpg backup $name"
else
  say "Look into it: kubectl --namespace $NAMESPACE exec -it $name-1 -- psql mlmcsc. To put it in the place of $original: this command again with --in-place."
fi
