#!/usr/bin/env bash
# On Kubernetes, in the second region: makes the database that follows the first region the one that takes writes. There is no way back: a
# first region that comes back has to follow this one anew.
#
# Usage: promote-replica-cluster.sh [options]
#
#   --yes              does not ask
#   --timeout SECONDS  how long it may take (default: 600)
#   --namespace NAME   (default: mlmcsc)
#   --dry-run          says what would be done
#
# Only when the first region is gone for good or stopped: two databases that take writes are two truths. Lost is what had not reached the
# archive, at most half a minute. Prints the last moment that arrived. Already promoted is fine.
set -euo pipefail
# shellcheck source=deployment/scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

yes=false timeout=600
while [ $# -gt 0 ]; do
  case $1 in
    --help | -h) show_help; exit 0 ;;
    --yes) yes=true ;;
    --timeout) need_value "$@"; need_number "$@"; timeout=$2; shift ;;
    --namespace) need_value "$@"; NAMESPACE=$2; shift ;;
    --dry-run) DRY_RUN=true ;;
    *) usage_error "there is no option $1" ;;
  esac
  shift
done
reach_cluster
name=mlmcsc-database
cluster=$(kube_json cluster.postgresql.cnpg.io "$name") || fail "the Cluster $name cannot be read"
[ -n "$cluster" ] || fail "there is no Cluster $name in $NAMESPACE" "Is this the cluster of the second region? kubectl config current-context"
[ "$(jq -r 'has("spec") and (.spec | has("replica"))' <<<"$cluster")" = true ] ||
  fail "$name follows nobody: it is no replica" "Is this the cluster of the second region? kubectl config current-context"
if [ "$(jq -r .spec.replica.enabled <<<"$cluster")" != true ]; then
  say "$name was promoted already."
  exit 0
fi
if [ "$yes" != true ] && [ "$DRY_RUN" != true ]; then
  printf 'Is the first region stopped or gone for good? Everything that writes there from now on is lost. Promote? [yes] ' >&2
  read -r answer
  [ "$answer" = yes ] || fail "not confirmed"
fi
primary=$(jq -r '.status.currentPrimary // empty' <<<"$cluster")
[ -n "$primary" ] || fail "$name has no server that runs" "kubectl --namespace $NAMESPACE describe cluster.postgresql.cnpg.io $name"
in_database() { kube exec "$primary" -c postgres -- psql -XAtqd postgres -c "$1"; }
last=$(in_database "select coalesce(pg_last_xact_replay_timestamp()::text, 'nothing yet')" 2>/dev/null) || fail "$primary does not answer"
say "The last change that arrived is of $last."

step "Promoting $name"
change patch cluster.postgresql.cnpg.io "$name" --type merge --patch '{"spec":{"replica":{"enabled":false}}}' >&2 || fail "$name could not be changed"
[ "$DRY_RUN" != true ] || exit 0
takes_writes() { [ "$(in_database 'select pg_is_in_recovery()' 2>/dev/null)" = f ]; }
wait_until "$timeout" takes_writes || {
  tell_why "cnpg.io/cluster=$name"
  fail "$name does not take writes after $timeout s"
}
say "$name takes writes. Next: point MLMCSC_S3_… of the overlay to the bucket of this region, start API and workers (deploy.sh), move the name of the address,"
say "and make a backup: kubectl cnpg backup $name"
