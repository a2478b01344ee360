#!/usr/bin/env bash
# Certificates and secrets of an installation on one machine. Sourced after lib.sh and development.sh.

# What an earlier call made stays: the data is encrypted and the database set up with it.
make_development_secrets() {
  local dir=$MLMCSC_DEVELOPMENT_DIR
  mkdir -p "$dir"
  # Only this folder keeps others out; users inside of containers read the files below it.
  chmod 0700 "$dir"
  make_certificates "$dir/certificates"
  make_secrets "$dir/secrets"
  find "$dir/certificates" "$dir/secrets" -mindepth 1 -type d -exec chmod 0755 {} +
  find "$dir/certificates" "$dir/secrets" -type f -exec chmod 0444 {} +
  chmod 0400 "$dir/certificates/authority.key" "$dir/secrets/admin-password"
}

make_certificates() {
  local dir=$1 service
  mkdir -p "$dir/trust"
  if [ ! -f "$dir/authority.key" ]; then
    say "  making a certificate authority for this machine"
    openssl req -x509 "${NEW_KEY[@]}" -days 3650 -keyout "$dir/authority.key" -out "$dir/trust/ca.crt" \
      -subj '/CN=MLMCSC development' -addext 'keyUsage=critical,keyCertSign,cRLSign' 2>/dev/null
  fi
  certificate "$dir" nginx localhost nginx
  certificate "$dir" api api api-1 api-2 localhost
  for service in postgres pgbouncer valkey; do certificate "$dir" "$service" "$service" localhost; done
  certificate "$dir" s3 s3 localhost
}

NEW_KEY=(-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes)

# certificate FOLDER SERVICE NAME...: unless there is one that is good for another month.
certificate() {
  local dir=$1/$2 authority=$1 service=$2 names
  shift 2
  if [ -f "$dir/tls.crt" ] && openssl x509 -checkend 2592000 -noout -in "$dir/tls.crt" >/dev/null; then return; fi
  names=$(printf ',DNS:%s' "$@")
  mkdir -p "$dir"
  openssl req -x509 -CA "$authority/trust/ca.crt" -CAkey "$authority/authority.key" "${NEW_KEY[@]}" -days 397 \
    -keyout "$dir/new.key" -out "$dir/new.crt" -subj "/CN=$1" -addext "subjectAltName=${names#,},IP:127.0.0.1" \
    -addext 'basicConstraints=critical,CA:FALSE' -addext 'extendedKeyUsage=serverAuth' 2>/dev/null ||
    fail "no certificate could be made for $service" "openssl 3 is needed."
  mv -f "$dir/new.key" "$dir/tls.key"
  mv -f "$dir/new.crt" "$dir/tls.crt"
}

make_secrets() {
  local dir=$1 database cache
  mkdir -p "$dir"/{product,postgres,pgbouncer,valkey,s3,grafana,alertmanager}
  secret "$dir/postgres/password"
  secret "$dir/valkey/password"
  secret "$dir/product/session-secret"
  secret "$dir/s3/s3-access-key-id"
  secret "$dir/s3/s3-secret-access-key"
  secret "$dir/grafana/admin-password"
  secret "$dir/alertmanager/smtp-password"
  secret "$dir/admin-password"
  database=$(cat "$dir/postgres/password")
  cache=$(cat "$dir/valkey/password")
  derived "$dir/product/database-url" "postgres://mlmcsc:$database@pgbouncer:6432/mlmcsc"
  derived "$dir/product/database-direct-url" "postgres://mlmcsc:$database@postgres:5432/mlmcsc"
  derived "$dir/product/redis-url" "rediss://:$cache@valkey:6379/0"
  derived "$dir/product/s3-access-key-id" "$(cat "$dir/s3/s3-access-key-id")"
  derived "$dir/product/s3-secret-access-key" "$(cat "$dir/s3/s3-secret-access-key")"
  derived "$dir/pgbouncer/users.txt" "\"mlmcsc\" \"$database\""
  derived "$dir/valkey/exporter.json" "{\"rediss://valkey:6379\": \"$cache\"}"
  derived "$dir/valkey/users.acl" "user default on >$cache ~* &* +@all"
}

secret() { [ -s "$1" ] || (umask 077 && openssl rand -hex 20 | tr -d '\n' >"$1"); }
derived() { [ -s "$1" ] || (umask 077 && printf '%s\n' "$2" >"$1"); }
