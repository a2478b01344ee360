#!/usr/bin/env bash
# Signs the images of a release and what they contain, and proves it.
#
# Usage: sign.sh <folder> [--key KEY] [--public-key KEY] [--identity REGEXP --issuer URL] [--verify-only] [--dry-run]
#
#   <folder>           what build-images.sh wrote: images.json and the lists of contents (SBOM)
#   --key KEY          private key of cosign (a file or a key server's address; its password in COSIGN_PASSWORD). Without a key, the identity
#                      of the workflow signs
#   --public-key KEY   its public key, to verify with
#   --identity, --issuer  who must have signed when there is no key
#   --verify-only      signs nothing
#   --dry-run          says what would be done
#
# Images are signed by digest, as admission checks them (deployment/configs/admission). Only images that were pushed have one.
set -euo pipefail
# shellcheck source=deployment/scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/../scripts/lib.sh"

folder='' key='' public_key='' identity='' issuer='' verify_only=false
while [ $# -gt 0 ]; do
  case $1 in
    --help | -h) show_help; exit 0 ;;
    --key) need_value "$@"; key=$2; shift ;;
    --public-key) need_value "$@"; public_key=$2; shift ;;
    --identity) need_value "$@"; identity=$2; shift ;;
    --issuer) need_value "$@"; issuer=$2; shift ;;
    --verify-only) verify_only=true ;;
    --dry-run) DRY_RUN=true ;;
    -*) usage_error "there is no option $1" ;;
    *) [ -z "$folder" ] || usage_error "one folder, not '$folder' and '$1'"; folder=$1 ;;
  esac
  shift
done
[ -n "$folder" ] || usage_error "which folder?"
need jq
[ "$DRY_RUN" = true ] || need cosign
[ -f "$folder/images.json" ] || fail "there is no $folder/images.json" "Build and push first: deployment/scripts/build-images.sh --push"
if [ -n "$key" ]; then
  [ -n "$public_key" ] || usage_error "--key needs --public-key, to verify with"
elif [ -z "$public_key" ]; then
  if [ -z "$identity" ] || [ -z "$issuer" ]; then usage_error "without a key give --identity and --issuer"; fi
fi

sign_options=(--yes) verify_options=()
[ -z "$key" ] || sign_options+=(--key "$key")
if [ -n "$public_key" ]; then verify_options+=(--key "$public_key"); else
  verify_options+=(--certificate-identity-regexp "$identity" --certificate-oidc-issuer "$issuer")
fi
# A registry and a log that are asked too long are given up.
limit=(timeout "${COSIGN_TIMEOUT:-300}")
extra=()
[ -z "${COSIGN_OPTIONS:-}" ] || read -r -a extra <<<"$COSIGN_OPTIONS"

count=0
while read -r name reference; do
  [[ $reference == *@sha256:* ]] || fail "$name has no digest: it was not pushed"
  base=$(basename "$name")
  if [ "$verify_only" = false ]; then
    run "${limit[@]}" cosign sign "${sign_options[@]}" "${extra[@]}" "$reference" >&2 </dev/null || fail "$reference was not signed"
    run "${limit[@]}" cosign attest "${sign_options[@]}" "${extra[@]}" --type cyclonedx --predicate "$folder/$base.cdx.json" "$reference" >&2 </dev/null ||
      fail "the contents of $reference were not attested"
  fi
  run "${limit[@]}" cosign verify "${verify_options[@]}" "${extra[@]}" "$reference" >/dev/null </dev/null || fail "$reference is not signed as it must be"
  run "${limit[@]}" cosign verify-attestation "${verify_options[@]}" "${extra[@]}" --type cyclonedx "$reference" >/dev/null </dev/null ||
    fail "the contents of $reference are not attested as they must be"
  count=$((count + 1))
done < <(jq -r '.[] | .name as $name | ((.digest | split(" ") | map(select(startswith($name + "@")))[0]) // "none") | $name + " " + .' "$folder/images.json")
[ "$count" -gt 0 ] || fail "$folder/images.json names no image"
say "$count images $([ "$DRY_RUN" = true ] && echo 'would be' || echo 'are') signed and verified"
