#!/usr/bin/env bash
# Rendering, releasing and undoing on Kubernetes. Sourced after lib.sh by deploy.sh and blue-green-deploy.sh.
#
# Names that the manifests and these scripts share: Deployments mlmcsc-api-blue and -green, Services mlmcsc-api (live, selects
# mlmcsc.dev/colour), mlmcsc-api-blue and -green, Job mlmcsc-migrate. The ConfigMap mlmcsc-release is ours: what runs, and since when.

RELEASE_RECORD=mlmcsc-release
MIGRATIONS_DIR=${MIGRATIONS_DIR:-$REPOSITORY_DIR/packages/platform/src/postgres/migrations}

other_colour() { if [ "$1" = blue ]; then echo green; else echo blue; fi; }

# Colour that gets the requests; empty before the first installation.
live_colour() { kube_json service mlmcsc-api | jq -r '.spec.selector["mlmcsc.dev/colour"] // empty'; }

replicas_of() { kube_json deployment "$1" | jq -r '.spec.replicas // 0'; }

image_of() { kube_json deployment "$1" | jq -r '.spec.template.spec.containers[0].image // empty'; }

tag_of_image() { local image=${1##*/}; if [[ $image == *:* ]]; then echo "${image##*:}"; else echo "$image"; fi; }

# Every object of an overlay as one JSON list: our images with this tag, the live Service on this colour, and as many API processes
# as run now. Deployments that the pattern keeps have the images that they have now. render OVERLAY TAG COLOUR KEPT
render() {
  local overlay=$1 tag=$2 colour=$3 kept=$4 blue green running
  running=$(kube get deployments -o json) || return 1
  blue=$(replicas_of mlmcsc-api-blue) || return 1
  green=$(replicas_of mlmcsc-api-green) || return 1
  kubectl kustomize "$overlay" |
    kubectl annotate --local --overwrite -f - -o json "mlmcsc.dev/release=$tag" |
    jq -s --arg registry "${REGISTRY:-}" --arg tag "$tag" --arg colour "$colour" --argjson first "${API_REPLICAS:-2}" \
      --argjson blue "${blue:-0}" --argjson green "${green:-0}" --arg kept "$kept" --slurpfile running <(printf '%s' "$running") '
      def ours: test("(^|/)mlmcsc-[a-z-]+(:[^/]+)?(@sha256:[0-9a-f]+)?$");
      def tagged:
        sub("@sha256:[0-9a-f]+$"; "") | sub(":[^/]+$"; "") | split("/") | last
        | (if $registry == "" then "" else ($registry | rtrimstr("/")) + "/" end) + . + ":" + $tag;
      def images: walk(if type == "object" and (.image? | type) == "string" and (.image | ours) then .image |= tagged else . end);
      def images_now_of($name): first($running[0].items[]? | select(.metadata.name == $name)
        | [.spec.template.spec | (.containers + (.initContainers // []))[] | {key: .name, value: .image}] | from_entries) // {};
      def keep:
        if .kind == "Deployment" and (.metadata.name | test($kept)) then
          (.metadata.name as $name | images_now_of($name)) as $now
          | .spec.template.spec |= ((.containers, (.initContainers | arrays)) |= map(.image = ($now[.name] // .image)))
        else . end;
      def replicas:
        if .kind != "Deployment" then .
        elif .metadata.name == "mlmcsc-api-" + $colour then
          .spec.replicas = ([$blue, $green][if $colour == "blue" then 0 else 1 end] | if . > 0 then . else $first end)
        elif .metadata.name == "mlmcsc-api-blue" then .spec.replicas = $blue
        elif .metadata.name == "mlmcsc-api-green" then .spec.replicas = $green
        else . end;
      def live:
        if .kind == "Service" and .metadata.name == "mlmcsc-api" then .spec.selector["mlmcsc.dev/colour"] = $colour else . end;
      {apiVersion: "v1", kind: "List", items: map(images | keep | replicas | live)}'
}

# select_objects FILTER <list: the objects that the jq filter keeps.
select_objects() { jq --arg colour "${2:-}" '.items |= map(select('"$1"'))'; }

count_objects() { jq '.items | length'; }

# Applies a list from standard input; nothing to apply is fine. The fields we no longer name are given back.
apply_objects() {
  local objects
  objects=$(cat)
  [ "$(count_objects <<<"$objects")" -gt 0 ] || return 0
  if [ "$DRY_RUN" = true ]; then
    jq -r '.items[] | "would apply: \(.kind) \(.metadata.name)"' <<<"$objects" >&2
  else
    kubectl --request-timeout="${APPLY_TIMEOUT:-120s}" apply --server-side --force-conflicts \
      --field-manager=mlmcsc-deploy -f - <<<"$objects" >&2
  fi
}

# Every kind that is rendered must be known to the cluster before anything is changed.
require_kinds() {
  local version missing=()
  while IFS= read -r version; do
    [ "$version" != v1 ] || continue
    kubectl --request-timeout="$REQUEST_TIMEOUT" get --raw "/apis/$version" >/dev/null 2>&1 || missing+=("$version")
  done < <(jq -r '[.items[].apiVersion] | unique[]')
  [ ${#missing[@]} -eq 0 ] ||
    fail "the cluster does not know ${missing[*]}" "Install the operators first: deployment/scripts/bootstrap-cluster.sh"
}

# Waits for a rollout, and says why when it does not come.
wait_for_rollout() {
  local name=$1 limit=${ROLLOUT_TIMEOUT:-300}
  [ "$DRY_RUN" = true ] && { say "would wait up to $limit s for deployment/$name"; return 0; }
  if ! kubectl --namespace "$NAMESPACE" rollout status "deployment/$name" --timeout="${limit}s" >&2; then
    say "failed: deployment/$name did not become ready within $limit s"
    local selector
    selector=$(kube_json deployment "$name" | jq -r '.spec.selector.matchLabels // {} | to_entries | map("\(.key)=\(.value)") | join(",")') || true
    [ -z "$selector" ] || tell_why "$selector"
    return 1
  fi
}

# Runs the migration of a rendered list once: the Job of before is removed, the new one is waited for.
run_migration() {
  local job limit=${MIGRATION_TIMEOUT:-600}
  job=$(select_objects '.kind == "Job" and .metadata.name == "mlmcsc-migrate"')
  [ "$(count_objects <<<"$job")" -eq 1 ] || { say "failed: the manifests have no Job mlmcsc-migrate"; return 1; }
  change delete job mlmcsc-migrate --ignore-not-found --wait=true --timeout=60s >&2 || return 1
  apply_objects <<<"$job" || return 1
  [ "$DRY_RUN" = true ] && { say "would wait up to $limit s for job/mlmcsc-migrate"; return 0; }
  local started=$SECONDS state
  while :; do
    state=$(kube_json job mlmcsc-migrate | jq -r '[.status.conditions[]? | select(.status == "True") | .type] | join(" ")') || state=
    case " $state " in
      *" Complete "*) return 0 ;;
      *" Failed "*) say "failed: the migration ended with an error"; tell_why job-name=mlmcsc-migrate; return 1 ;;
    esac
    if [ $((SECONDS - started)) -ge "$limit" ]; then
      say "failed: the migration did not end within $limit s"
      tell_why job-name=mlmcsc-migrate
      return 1
    fi
    sleep "${WAIT_STEP_SECONDS:-2}"
  done
}

# Databases of CloudNativePG in a rendered list, ready to be asked.
wait_for_databases() {
  local name limit=${DATABASE_TIMEOUT:-600}
  while IFS= read -r name; do
    [ "$DRY_RUN" = true ] && { say "would wait up to $limit s for the database $name"; continue; }
    if ! kubectl --namespace "$NAMESPACE" wait "clusters.postgresql.cnpg.io/$name" --for=condition=Ready --timeout="${limit}s" >&2; then
      say "failed: the database $name is not ready within $limit s"
      kube describe "clusters.postgresql.cnpg.io/$name" >&2 || true
      return 1
    fi
  done < <(jq -r '.items[] | select(.apiVersion | startswith("postgresql.cnpg.io/")) | select(.kind == "Cluster") | .metadata.name')
}

# Opens the address of a Service on this machine, runs a command with MLMCSC_FORWARDED_PORT, and closes it again.
through_service() {
  local service=$1 log forward port='' status=0 started=$SECONDS
  shift
  if [ "$DRY_RUN" = true ]; then say "would test through service/$service: $*"; return 0; fi
  port=$(kube_json service "$service" | jq -r '[.spec.ports[]? | select(.name != "metrics")][0].port // empty') || return 1
  [ -n "$port" ] || { say "failed: there is no Service $service"; return 1; }
  log=$(mktemp)
  kubectl --namespace "$NAMESPACE" port-forward --address 127.0.0.1 "service/$service" ":$port" >"$log" 2>&1 &
  forward=$!
  until port=$(sed -n 's/^Forwarding from 127\.0\.0\.1:\([0-9]*\) .*/\1/p' "$log" | head -n 1) && [ -n "$port" ]; do
    if ! kill -0 "$forward" 2>/dev/null || [ $((SECONDS - started)) -ge "${FORWARD_TIMEOUT:-30}" ]; then
      say "failed: service/$service cannot be reached"
      cat "$log" >&2
      kill "$forward" 2>/dev/null || true
      rm -f "$log"
      return 1
    fi
    sleep 0.2
  done
  MLMCSC_FORWARDED_PORT=$port "$@" || status=$?
  kill "$forward" 2>/dev/null || true
  wait "$forward" 2>/dev/null || true
  rm -f "$log"
  return "$status"
}

# What runs, and what ran before. Its migrations tell the next release which of its own are new.
record_release() {
  local objects=$1 tag=$2 colour=$3 previous_tag=${4:-} packed migrations
  packed=$(jq -c . <"$objects" | gzip -9n | base64 -w0)
  migrations=$(known_migrations | paste -sd, -)
  jq -n --arg name "$RELEASE_RECORD" --arg namespace "$NAMESPACE" --arg tag "$tag" --arg colour "$colour" --arg previous "$previous_tag" \
    --arg migrations "$migrations" --arg at "$(date -u +%Y-%m-%dT%H:%M:%SZ)" --rawfile objects <(printf '%s' "$packed") '
    {apiVersion: "v1", kind: "List", items: [{apiVersion: "v1", kind: "ConfigMap",
      metadata: {name: $name, namespace: $namespace, labels: {"app.kubernetes.io/part-of": "mlmcsc"}},
      data: {tag: $tag, colour: $colour, previous_tag: $previous, migrations: $migrations, released_at: $at},
      binaryData: {"objects.json.gz": $objects}}]}' | apply_objects
}

release_field() { kube_json configmap "$RELEASE_RECORD" | jq -r --arg key "$1" '.data[$key] // empty'; }

# The objects of the release that runs, as they were applied; empty list when there is no record.
recorded_objects() {
  local packed
  packed=$(kube_json configmap "$RELEASE_RECORD" | jq -r '.binaryData["objects.json.gz"] // empty') || return 1
  if [ -z "$packed" ]; then echo '{"apiVersion":"v1","kind":"List","items":[]}'; else base64 -d <<<"$packed" | gzip -d; fi
}

# Numbers of the migrations of this checkout, one a line.
known_migrations() {
  local file
  for file in "$MIGRATIONS_DIR"/[0-9][0-9][0-9][0-9]_*.sql; do
    [ -e "$file" ] && basename "$file" | cut -c1-4
  done
}
