#!/usr/bin/env bash
# Asks a running system the questions that a release must answer: alive, ready, page, interface, refusals. Changes nothing in it.
#
# Usage: smoke-test.sh <url> [options]
#
#   <url>               address that users have, e.g. https://mlmcsc.example
#   --ca FILE           certificate authority (PEM) that signed the certificate
#   --connect-to HOST:PORT  opens connections there; name and certificate stay those of <url>
#   --forwarded         connects to 127.0.0.1:$MLMCSC_FORWARDED_PORT, where kubectl forwards a Service to. Without --ca the certificate,
#                       issued for names inside the cluster, is not verified: the connection ends on this machine
#   --api-key-file FILE also reads with this key what needs a sign-in
#   --ready-within S    how long to wait for /readyz (default 30)
#   --timeout S         limit of each request (default 10)
#   --dry-run           says what would be asked
#
# Exit status: 0 everything answered as it must, 1 something did not (each said), 2 called in a wrong way.
set -euo pipefail
# shellcheck source=deployment/scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

url='' key_file='' ready_within=${SMOKE_READY_WITHIN:-30} timeout=10 curl_options=() forwarded=false ca=''
while [ $# -gt 0 ]; do
  case $1 in
    --help | -h) show_help; exit 0 ;;
    --ca) need_value "$@"; ca=$2; shift ;;
    --connect-to) need_value "$@"; curl_options+=(--connect-to "::$2"); shift ;;
    --forwarded) forwarded=true ;;
    --api-key-file) need_value "$@"; key_file=$2; shift ;;
    --ready-within) need_value "$@"; need_number "$1" "$2"; ready_within=$2; shift ;;
    --timeout) need_value "$@"; need_number "$1" "$2"; timeout=$2; shift ;;
    --dry-run) DRY_RUN=true ;;
    -*) usage_error "there is no option $1" ;;
    *) [ -z "$url" ] || usage_error "one address, not '$url' and '$1'"; url=${1%/} ;;
  esac
  shift
done
[[ $url =~ ^https?://[A-Za-z0-9.:_-]+$ ]] || usage_error "give the address, e.g. https://mlmcsc.example"
need curl jq
[ -z "$ca" ] || { [ -r "$ca" ] || usage_error "--ca: $ca cannot be read"; curl_options+=(--cacert "$ca"); }
[ -z "$key_file" ] || [ -r "$key_file" ] || usage_error "--api-key-file: $key_file cannot be read"
if [ "$forwarded" = true ]; then
  [[ ${MLMCSC_FORWARDED_PORT:-} =~ ^[0-9]+$ ]] || [ "$DRY_RUN" = true ] || usage_error "--forwarded needs MLMCSC_FORWARDED_PORT"
  curl_options+=(--connect-to "::127.0.0.1:${MLMCSC_FORWARDED_PORT:-0}")
  [ -n "$ca" ] || curl_options+=(--insecure)
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
problems=0

# ask PATH [curl option…]: the status in $status, body and headers in files; 000 where no answer came.
ask() {
  local path=$1
  shift
  status=$(curl --silent --show-error --max-time "$timeout" "${curl_options[@]}" -o "$work/body" -D "$work/headers" \
    -w '%{http_code}' "$@" "$url$path" 2>"$work/error") || status=000
}

# expect WHAT PATH STATUS [jq condition] [-- curl option…]
expect() {
  local what=$1 path=$2 wanted=$3 condition=${4:-}
  shift 3
  [ $# -eq 0 ] || [ "$1" = -- ] || shift
  [ $# -eq 0 ] || shift
  if [ "$DRY_RUN" = true ]; then say "would ask $url$path: $wanted"; return 0; fi
  ask "$path" "$@"
  if [ "$status" != "$wanted" ]; then
    say "not ok  $what: GET $path answered $status, not $wanted $(head -c 300 "$work/error" 2>/dev/null)"
    head -c 600 "$work/body" >&2 2>/dev/null || true
    problems=$((problems + 1))
  elif [ -n "$condition" ] && [ "$condition" != -- ] && ! jq -e "$condition" <"$work/body" >/dev/null 2>&1; then
    say "not ok  $what: GET $path answered something else: $(head -c 300 "$work/body")"
    problems=$((problems + 1))
  else
    say "ok      $what"
  fi
}

is_ready() { ask /readyz && [ "$status" = 200 ]; }
[ "$DRY_RUN" = true ] || wait_until "$ready_within" is_ready || true

expect "alive" /livez 200 '.status == "ok"'
expect "ready: database, objects, model" /readyz 200 '.status == "ok" or .status == "degraded"'
expect "describes its interface" /openapi.json 200 '.openapi | startswith("3.1")'
expect "the page of the application" / 200 -- -H 'accept: text/html'
expect "nothing without signing in" /api/v1/history 401 '.status == 401'
expect "an address that is none" /api/v1/no-such-thing 404 '.status == 404'

# The page names its assets by their content, so they may be kept for ever.
if [ "$DRY_RUN" != true ]; then
  ask / -H 'accept: text/html'
  asset=$(grep -oE '(src|href)="[^"]*/assets/[^"]+\.js"' "$work/body" | head -n 1 | sed -E 's/^[a-z]+="([^"]*)"$/\1/') || asset=
  if [ -z "$asset" ]; then
    say "not ok  the page names no script under assets/"
    problems=$((problems + 1))
  elif [[ $asset == /* ]]; then
    ask "$asset"
    if [ "$status" = 200 ] && grep -qi '^cache-control:.*immutable' "$work/headers"; then
      say "ok      assets may be kept for ever"
    else
      say "not ok  GET $asset answered $status, or may not be kept for ever"
      problems=$((problems + 1))
    fi
  fi
fi
if [ -n "$key_file" ]; then
  # The key goes through a file, not the list of processes.
  (umask 077; printf 'header = "authorization: Bearer %s"\n' "$(tr -d '\r\n' <"$key_file")" >"$work/key")
  expect "reads the history with a key" '/api/v1/history?limit=1' 200 '.items | type == "array"' -- --config "$work/key"
fi
[ "$problems" -eq 0 ] || fail "$problems answers of $url are not what a release must give"
