#!/bin/sh
# Fills the templates from the environment and becomes nginx. The root is read-only: everything written lies below NGINX_PREFIX.
set -eu
prefix=${NGINX_PREFIX:-/tmp/nginx}
source=${NGINX_TEMPLATES:-/etc/mlmcsc-nginx}
mkdir -p "$prefix/conf.d" "$prefix/logs" "$prefix/run" "$prefix/tmp"
cp "$source/nginx.conf" "$source/mime-types.conf" "$prefix/"
ln -sf /dev/stdout "$prefix/logs/access.log"
# Only the placeholders: nginx has variables that look like theirs.
# shellcheck disable=SC2016
placeholders='${LISTEN} ${SERVER_NAME} ${TLS_CERT_FILE} ${TLS_KEY_FILE} ${API_TLS_NAME} ${API_CA_FILE} ${API_SERVERS} ${REQUESTS_PER_SECOND} ${SIGN_INS_PER_MINUTE} ${WEB_ROOT} ${STATUS_LISTEN}'
# Where releases switch beside this container, the list of servers is written to a folder outside of it.
if [ -n "${UPSTREAM_FOLDER:-}" ]; then ln -sf "$UPSTREAM_FOLDER/upstream.conf" "$prefix/conf.d/upstream.conf"; fi
for template in "$source"/templates/*.template; do
  file=$prefix/conf.d/$(basename "$template" .template)
  # What a switch of releases wrote stays.
  [ -s "$file" ] || envsubst "$placeholders" <"$template" >"$file"
done
if [ "${1:-}" = check ]; then exec nginx -p "$prefix" -c "$prefix/nginx.conf" -t; fi
exec nginx -p "$prefix" -c "$prefix/nginx.conf" -g 'daemon off;'
