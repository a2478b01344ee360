#!/usr/bin/env bash
# Releases beside what runs on one machine, where nginx says which colour gets the requests.
#
# Usage: blue-green-host.sh <tag> --settings FILE [options]
#        blue-green-host.sh rollback --settings FILE
#
#   <tag>             release to run
#   rollback          requests to the colour of before, which is kept warm
#   --settings FILE   what this machine is like; deployment/configs/host/host.env.example explains each line
#   --ready S         seconds in which the new colour must become ready
#   --soak S          seconds in which the new colour must prove itself before it gets requests
#   --watch S         seconds in which it is watched after the switch
#   --allow-contract  accepts migrations that the running release would not survive
#   --dry-run         says what would be done; changes nothing
#
# The idle colour is started and tested at its own addresses, then its workers, and after a soak nginx gets a new list of servers: written
# whole, tried with `nginx -t`, and taken by a reload, which breaks no request off. While the new colour is watched the old one stands behind it
# as a backup, so that what it cannot answer is answered all the same; when it fails the list of before comes back. In the end the workers of the
# old colour finish what they do and stop, and its API stays warm.
#
# Exit status: 0 released, 1 not released or rolled back (it says which and why), 2 called in a wrong way.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=deployment/scripts/lib.sh
. "$here/lib.sh"

action='' settings='' ready='' soak='' watch='' contract=()
while [ $# -gt 0 ]; do
  case $1 in
    --help | -h) show_help; exit 0 ;;
    --settings) need_value "$@"; settings=$2; shift ;;
    --ready) need_value "$@"; need_number "$1" "$2"; ready=$2; shift ;;
    --soak) need_value "$@"; need_number "$1" "$2"; soak=$2; shift ;;
    --watch) need_value "$@"; need_number "$1" "$2"; watch=$2; shift ;;
    --allow-contract) contract=(--allow-contract) ;;
    --dry-run) DRY_RUN=true ;;
    -*) usage_error "there is no option $1" ;;
    *) [ -z "$action" ] || usage_error "one tag, not '$action' and '$1'"; action=$1 ;;
  esac
  shift
done
[ -n "$action" ] || usage_error "which release?"
[ "$action" = rollback ] || need_tag "$action"
[ -r "$settings" ] || usage_error "--settings: give the file of this machine"
need curl jq perl

PUBLIC_URL='' BLUE_SERVERS='' GREEN_SERVERS='' UPSTREAM_FILE='' NGINX='' CONTROL='' STATE_FILE='' CA_FILE=''
READY_SECONDS=60 SOAK_SECONDS=30 WATCH_SECONDS=120
while IFS= read -r line || [ -n "$line" ]; do
  [[ $line =~ ^([A-Z_]+)=(.*)$ ]] || continue
  case ${BASH_REMATCH[1]} in
    PUBLIC_URL | BLUE_SERVERS | GREEN_SERVERS | UPSTREAM_FILE | NGINX | CONTROL | STATE_FILE | CA_FILE | READY_SECONDS | SOAK_SECONDS | WATCH_SECONDS)
      declare "${BASH_REMATCH[1]}=${BASH_REMATCH[2]}"
      ;;
    *) usage_error "$settings: there is no setting ${BASH_REMATCH[1]}" ;;
  esac
done <"$settings"
for name in PUBLIC_URL BLUE_SERVERS GREEN_SERVERS UPSTREAM_FILE NGINX CONTROL STATE_FILE; do
  [ -n "${!name}" ] || usage_error "$settings: $name is missing"
done
ready=${ready:-$READY_SECONDS} soak=${soak:-$SOAK_SECONDS} watch=${watch:-$WATCH_SECONDS}
read -r -a nginx <<<"$NGINX"
read -r -a control <<<"$CONTROL"

# One release at a time.
exec 9>"$STATE_FILE.lock"
flock --nonblock 9 || fail "another release is under way on this machine"

state() { [ ! -r "$STATE_FILE" ] || sed -n "s/^$1=//p" "$STATE_FILE"; }
servers_of() { if [ "$1" = blue ]; then echo "$BLUE_SERVERS"; else echo "$GREEN_SERVERS"; fi; }
other_colour() { if [ "$1" = blue ]; then echo green; else echo blue; fi; }

live=$(state live)
live=${live:-blue}
idle=$(other_colour "$live")
live_tag=$(state "$live")
idle_tag=$(state "$idle")

remember() {
  [ "$DRY_RUN" = false ] || return 0
  printf 'live=%s\nblue=%s\ngreen=%s\n' "$1" "$2" "$3" >"$STATE_FILE.new"
  mv "$STATE_FILE.new" "$STATE_FILE"
}
remember_live() { # COLOUR TAG OTHER_TAG
  if [ "$1" = blue ]; then remember blue "$2" "$3"; else remember green "$3" "$2"; fi
}

# The servers that nginx asks, and those that stand behind them: point_to COLOUR [COLOUR BEHIND]
point_to() {
  local colour=$1 behind=${2:-} lines='' server
  for server in $(servers_of "$colour"); do lines+="server $server max_fails=0; "; done
  if [ -n "$behind" ]; then for server in $(servers_of "$behind"); do lines+="server $server max_fails=0 backup; "; done; fi
  if [ "$DRY_RUN" = true ]; then say "would write to $UPSTREAM_FILE: $lines"; return 0; fi
  cp -p "$UPSTREAM_FILE" "$UPSTREAM_FILE.before"
  awk -v lines="$lines" '{ gsub(/\$\{API_SERVERS\}/, lines); print }' "$DEPLOYMENT_DIR/docker/nginx/templates/upstream.conf.template" >"$UPSTREAM_FILE.new"
  mv "$UPSTREAM_FILE.new" "$UPSTREAM_FILE"
  if ! "${nginx[@]}" -t >&2 || ! "${nginx[@]}" -s reload >&2; then
    mv "$UPSTREAM_FILE.before" "$UPSTREAM_FILE"
    say "nginx does not take the list of servers; the one of before is back"
    return 1
  fi
  rm -f "$UPSTREAM_FILE.before"
}

# Every server of a colour, at its own address.
smoke() {
  local server options=() status=0
  [ -z "$CA_FILE" ] || options=(--ca "$CA_FILE")
  for server in $(servers_of "$1"); do
    if [ "$DRY_RUN" = true ]; then say "would test $server"; continue; fi
    bash "$here/smoke-test.sh" "$PUBLIC_URL" --connect-to "$server" --ready-within "$2" "${options[@]}" || status=1
  done
  return "$status"
}

# Every server of a colour answers as it must within the time that a colour has to become ready; a moment too busy for one answer is no verdict.
becomes_well() {
  local deadline=$((SECONDS + ready)) left
  while true; do
    left=$((deadline - SECONDS))
    smoke "$1" "$((left > 0 ? left : 0))" && return 0
    [ "$SECONDS" -lt "$deadline" ] || return 1
    sleep 1
  done
}

steer() { run timeout "${CONTROL_TIMEOUT:-300}" "${control[@]}" "$@" >&2; }

if [ "$action" = rollback ]; then
  [ -n "$idle_tag" ] || fail "there is no colour of before on this machine"
  step "Rolling back: $live ($live_tag) → $idle ($idle_tag)"
  smoke "$idle" 2 2>/dev/null || { say "$idle is not warm any more"; steer start api "$idle" "$idle_tag" || fail "$idle cannot be started"; }
  becomes_well "$idle" || fail "$idle ($idle_tag) is not well; requests stay with $live"
  steer start worker "$idle" "$idle_tag" || fail "the workers of $idle cannot be started; requests stay with $live"
  point_to "$idle" || fail "requests stay with $live"
  steer stop worker "$live" "$live_tag" || warn "the workers of $live did not stop"
  remember_live "$idle" "$idle_tag" "$live_tag"
  step "Requests go to $idle ($idle_tag)"
  exit 0
fi

tag=$action switched=false workers=false
back_out() {
  step "Backing out"
  if [ "$switched" = true ]; then
    point_to "$live" || fail "$1" "AND nginx could not be given the list of before: look at $UPSTREAM_FILE"
    say "requests go to $live (${live_tag:-the first release}) again"
  fi
  if [ "$workers" = true ]; then steer stop worker "$idle" "$tag" || warn "the workers of $idle did not stop"; fi
  steer stop api "$idle" "$tag" || warn "$idle did not stop"
  fail "$@"
}

step "Release $tag as $idle, beside $live (${live_tag:-unknown})"
bash "$here/check-migrations.sh" --known "$(state migrations)" "${contract[@]}"
steer migrate all "$idle" "$tag" || fail "the database was not brought up to date; nothing else was changed"

step "$idle"
steer stop api "$idle" "${idle_tag:-none}" || fail "what ran as $idle does not stop"
steer start api "$idle" "$tag" || back_out "release $tag cannot be started; requests stayed with $live"
becomes_well "$idle" || back_out "release $tag did not become ready; requests stayed with $live"

step "Workers"
workers=true
steer start worker "$idle" "$tag" || back_out "the workers of release $tag cannot be started; requests stayed with $live"

step "Soak: $soak s"
[ "$DRY_RUN" = false ] || soak=0
started=$SECONDS
while [ $((SECONDS - started)) -lt "$soak" ]; do
  smoke "$idle" 0 >/dev/null 2>&1 || smoke "$idle" 0 || back_out "release $tag failed during the soak; requests stayed with $live"
  sleep 1
done

step "Switch: $live → $idle"
point_to "$idle" "$live" || back_out "nginx could not be switched; requests stayed with $live"
switched=true

step "Watch: $watch s"
[ "$DRY_RUN" = false ] || watch=0
started=$SECONDS
while [ $((SECONDS - started)) -lt "$watch" ]; do
  # Once may be a busy moment; twice is not.
  smoke "$idle" 0 >/dev/null 2>&1 || smoke "$idle" 0 || back_out "rolled back: release $tag does not answer as it must any more"
  sleep 1
done

point_to "$idle" || back_out "nginx could not be given the list of servers"
steer stop worker "$live" "${live_tag:-none}" || warn "the workers of $live did not stop"
remember_live "$idle" "$tag" "${live_tag:-unknown}"
step "Release $tag runs as $idle; $live stays warm for: $0 rollback --settings $settings"
