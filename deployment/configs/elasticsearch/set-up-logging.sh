#!/usr/bin/env bash
# Prepares Elasticsearch and Kibana for the log lines of MLMCSC: lifecycle policy, index template, the user that Logstash writes as, data view and
# saved searches. It may run again at any time: everything is set to what the files say. deployment/docs/logging.md says when.
#
# ELASTICSEARCH_URL, ELASTICSEARCH_USERNAME, ELASTICSEARCH_PASSWORD   an administrator
# ELASTICSEARCH_CA_FILE, KIBANA_CA_FILE                               authorities that vouch for the servers; empty: the well-known ones
# KIBANA_URL                                                          empty: Kibana is left alone
# LOG_WRITER_PASSWORD, KIBANA_PASSWORD                                of mlmcsc_log_writer and kibana_system; empty: their users are left alone
# Each of the passwords may be given as a file instead: NAME_FILE.
set -euo pipefail

configs="${LOGGING_CONFIGS:-$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)}"
wait_seconds="${LOGGING_WAIT_SECONDS:-300}"

fail() { echo "set-up-logging: $1" >&2; exit 1; }

# The value of a variable, or what the file holds that its _FILE names.
secret() {
  local name="$1" file_name="$1_FILE"
  if [ -n "${!file_name:-}" ]; then
    [ -r "${!file_name}" ] || fail "$file_name names a file that cannot be read"
    tr -d '\r\n' < "${!file_name}"
  else
    printf '%s' "${!name:-}"
  fi
}

# They stand in JSON and in curl's configuration.
check_password() { [[ "$2" =~ ^[A-Za-z0-9._~+=/-]{8,}$ ]] || fail "$1 must have eight or more letters, digits or . _ ~ + = / -"; }

: "${ELASTICSEARCH_URL:?set-up-logging: ELASTICSEARCH_URL is not set}"
username="${ELASTICSEARCH_USERNAME:-elastic}"
password="$(secret ELASTICSEARCH_PASSWORD)"
check_password ELASTICSEARCH_PASSWORD "$password"

# Asks a server as the administrator: method, address, authority, then what curl is given besides. The password is on no command line.
ask() {
  local method="$1" url="$2" authority="$3"
  shift 3
  curl --silent --show-error --fail-with-body --max-time 30 --request "$method" ${authority:+--cacert "$authority"} \
    --config <(printf 'user = "%s:%s"\n' "$username" "$password") "$@" "$url"
}

elasticsearch() { ask "$1" "${ELASTICSEARCH_URL%/}$2" "${ELASTICSEARCH_CA_FILE:-}" "${@:3}"; }
kibana() { ask "$1" "${KIBANA_URL%/}$2" "${KIBANA_CA_FILE:-}" --header 'kbn-xsrf: mlmcsc' "${@:3}"; }

await() {
  local name="$1" deadline=$((SECONDS + wait_seconds))
  shift
  until "$@" > /dev/null 2>&1; do
    [ "$SECONDS" -lt "$deadline" ] || fail "$name does not answer as an administrator within $wait_seconds s"
    sleep 2
  done
}

# Sends JSON from standard input.
put() { elasticsearch "$1" "$2" --header 'content-type: application/json' --data-binary @- > /dev/null || fail "$2 was refused"; }

await Elasticsearch elasticsearch GET /_cluster/health
put PUT /_ilm/policy/mlmcsc-logs < "$configs/elasticsearch/lifecycle-policy.json"
put PUT /_index_template/mlmcsc-logs < "$configs/elasticsearch/index-template.json"
echo 'lifecycle policy and index template are set'

writer="$(secret LOG_WRITER_PASSWORD)"
if [ -n "$writer" ]; then
  check_password LOG_WRITER_PASSWORD "$writer"
  # It may add lines and nothing else: what was written stays as it is.
  put PUT /_security/role/mlmcsc_log_writer <<'JSON'
{"cluster":["monitor"],"indices":[{"names":["logs-mlmcsc-*"],"privileges":["auto_configure","create_doc"]}]}
JSON
  put PUT /_security/user/mlmcsc_log_writer <<< "{\"password\":\"$writer\",\"roles\":[\"mlmcsc_log_writer\"]}"
  echo 'the user that Logstash writes as is set'
fi

system="$(secret KIBANA_PASSWORD)"
if [ -n "$system" ]; then
  check_password KIBANA_PASSWORD "$system"
  put POST /_security/user/kibana_system/_password <<< "{\"password\":\"$system\"}"
  echo 'the user that Kibana works as is set'
fi

if [ -n "${KIBANA_URL:-}" ]; then
  await Kibana kibana GET /api/status
  kibana POST '/api/saved_objects/_import?overwrite=true' --form "file=@$configs/kibana/saved-objects.ndjson" > /dev/null || fail 'the saved objects were refused'
  echo 'data view and saved searches are set'
fi
