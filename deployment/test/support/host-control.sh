#!/usr/bin/env bash
# Starts and stops real processes of the product for the test of blue-green-host.sh; $HOST_FOLDER holds their environment and what they leave.
# Releases that do not keep what they promise: never-ready serves nothing; dies-live is killed as soon as nginx sends it requests.
set -euo pipefail
action=$1 part=$2 colour=$3 tag=$4
cd "$HOST_FOLDER"
set -a
# shellcheck source=/dev/null
. ./environment
set +a
file=$part-$colour
port=$BLUE_PORT
[ "$colour" = blue ] || port=$GREEN_PORT

ended() { ! kill -0 "$1" 2>/dev/null; }

case $action in
  migrate) exec "$HOST_NODE" "$HOST_PROGRAM" migrate ;;
  start)
    if [ "$part" = api ]; then
      export MLMCSC_PORT=$port
      # Nothing listens there, and it waits for it.
      [ "$tag" != never-ready ] || export MLMCSC_DATABASE_DIRECT_URL=postgres://nobody:nothing@127.0.0.1:9/none MLMCSC_DATABASE_URL=postgres://nobody:nothing@127.0.0.1:9/none
    else
      export MLMCSC_HEALTH_FILE=$HOST_FOLDER/$file.health
      rm -f "$MLMCSC_HEALTH_FILE"
    fi
    setsid "$HOST_NODE" "$HOST_PROGRAM" "$part" >>"$file.log" 2>&1 </dev/null 9>&- &
    pid=$!
    echo "$pid" >"$file.pid"
    if [ "$part" = worker ]; then
      until [ -e "$MLMCSC_HEALTH_FILE" ] || ended "$pid"; do sleep 0.2; done
      if ended "$pid"; then exit 1; fi
    elif [ "$tag" = dies-live ]; then
      (until grep -q ":$port max_fails=0;" "$HOST_UPSTREAM" || ended "$pid"; do sleep 0.1; done; sleep 0.5; kill -KILL "$pid" 2>/dev/null) \
        >/dev/null 2>&1 </dev/null 9>&- &
    fi
    ;;
  stop)
    [ -e "$file.pid" ] || exit 0
    pid=$(cat "$file.pid")
    kill -TERM "$pid" 2>/dev/null || true
    until ended "$pid"; do sleep 0.2; done
    rm -f "$file.pid"
    ;;
esac
