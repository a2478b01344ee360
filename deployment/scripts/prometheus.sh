#!/usr/bin/env bash
# What Prometheus says about a colour. Sourced after lib.sh; PROMETHEUS is an address, or empty for the Service of the operator.

PROMETHEUS_SERVICE=${PROMETHEUS_SERVICE:-mlmcsc-monitoring/https:prometheus-operated:9090}
MAX_ERROR_RATIO=${MAX_ERROR_RATIO:-0.01}
MAX_ERROR_INCREASE=${MAX_ERROR_INCREASE:-0.005}
MAX_LATENCY_SECONDS=${MAX_LATENCY_SECONDS:-0.5}
MAX_LATENCY_RATIO=${MAX_LATENCY_RATIO:-1.5}
ALERT_SELECTOR=${ALERT_SELECTOR:-alertstate=\"firing\",severity=\"critical\"}

# The answer to a query as JSON. Fails when Prometheus does not answer or refuses.
prometheus_query() {
  local query answer
  query=$(jq -rn --arg query "$1" '$query | @uri')
  if [ -n "${PROMETHEUS:-}" ]; then
    answer=$(curl --silent --show-error --fail --max-time 15 "${PROMETHEUS%/}/api/v1/query?query=$query") || return 1
  else
    local namespace=${PROMETHEUS_SERVICE%%/*} service=${PROMETHEUS_SERVICE#*/}
    answer=$(kubectl --request-timeout="$REQUEST_TIMEOUT" get --raw \
      "/api/v1/namespaces/$namespace/services/$service/proxy/api/v1/query?query=$query") || return 1
  fi
  jq -e 'select(.status == "success")' <<<"$answer"
}

# One number, or nothing where there are no samples.
prometheus_number() {
  local answer
  answer=$(prometheus_query "$1") || return 1
  jq -r '.data.result[0].value[1] // empty | select(. != "NaN" and . != "+Inf")' <<<"$answer"
}

# Requests of a colour, as a selector of series. Event streams last for hours and say nothing about speed.
# shellcheck disable=SC2153 # Both names are meant.
series_of() { printf 'namespace="%s",%s,route!~".*/events"' "$NAMESPACE" "$(colour_series "$1")"; }

# Overridden where colours are not pods.
colour_series() { printf 'pod=~"mlmcsc-api-%s-.*"' "$1"; }

requests_of() { prometheus_number "sum(increase(mlmcsc_http_request_duration_seconds_count{$(series_of "$1")}[$2s]))"; }

errors_of() {
  local all
  all="mlmcsc_http_request_duration_seconds_count{$(series_of "$1")"
  prometheus_number "(sum(rate($all,status=~\"5..\"}[$2s])) or vector(0)) / sum(rate($all}[$2s]))"
}

latency_of() {
  prometheus_number "histogram_quantile(0.95, sum by (le) (rate(mlmcsc_http_request_duration_seconds_bucket{$(series_of "$1")}[$2s])))"
}

# Names of the alerts that fire now, one a line.
firing_alerts() {
  prometheus_query "ALERTS{$ALERT_SELECTOR}" | jq -r '[.data.result[].metric | .alertname] | unique[]'
}

# Compares a colour with the one before it: compare_colours NEW ERRORS LATENCY SECONDS, where the figures of the old one may be empty.
# Says what is worse and answers 1; 2 when there is nothing to judge by.
compare_colours() {
  local new=$1 old_errors=$2 old_latency=$3 window=$4 requests errors latency worse=0
  requests=$(requests_of "$new" "$window") || { say "Prometheus does not answer"; return 2; }
  if [ -z "$requests" ] || jq -en --arg n "$requests" '($n | tonumber) < 1' >/dev/null; then
    say "Prometheus has no requests of $new in the last $window s"
    return 2
  fi
  errors=$(errors_of "$new" "$window") || return 2
  latency=$(latency_of "$new" "$window") || return 2
  say "$new: ${requests%.*} requests, errors ${errors:-none}, 95 % within ${latency:-?} s (before: errors ${old_errors:-?}, ${old_latency:-?} s)"
  if jq -en --arg new "${errors:-0}" --arg old "${old_errors:-0}" --arg most "$MAX_ERROR_RATIO" --arg more "$MAX_ERROR_INCREASE" '
    ($new | tonumber) > ([($most | tonumber), ($old | tonumber) + ($more | tonumber)] | max)' >/dev/null; then
    say "worse: $new answers with more errors"
    worse=1
  fi
  if jq -en --arg new "${latency:-0}" --arg old "${old_latency:-0}" --arg floor "$MAX_LATENCY_SECONDS" --arg ratio "$MAX_LATENCY_RATIO" '
    ($new | tonumber) > ([($floor | tonumber), ($old | tonumber) * ($ratio | tonumber)] | max)' >/dev/null; then
    say "worse: $new answers more slowly"
    worse=1
  fi
  return "$worse"
}
