#!/bin/sh
# Makes the secrets of docker-compose.yml that are not there yet, each in a file of its own; changes none that is.
# Keep a copy apart from the data: without netra_field_key no NIP can be read, without netra_audit_key the log is not ours.
set -eu
cd "$(dirname "$0")/.."
umask 077
mkdir -p secrets
chmod 700 secrets

make_once() { # name, command that prints the secret
  [ -e "secrets/$1" ] && return 0
  name=$1
  shift
  "$@" > "secrets/$name.new"
  # The folder is closed to others; in the container the file is read by a user that does not own it.
  chmod 444 "secrets/$name.new"
  mv "secrets/$name.new" "secrets/$name"
  echo "dibuat: secrets/$name"
}

for name in netra_hash_key netra_field_key netra_audit_key mongodb_keyfile; do make_once "$name" openssl rand -base64 32; done
for name in mongodb_password mongodb_root_password redis_password; do make_once "$name" openssl rand -hex 32; done
# Empty until there is a mail server, and until the key of the NIPs is changed.
make_once smtp_url true
make_once netra_former_field_keys true

case ${1:-} in
  '') ;;
  --new-field-key) # Then: netra keys rotate
    if [ -s secrets/netra_former_field_keys ]; then
      echo 'penggantian sebelumnya belum selesai: netra keys rotate, netra keys forget' >&2
      exit 1
    fi
    # First the copy: at no moment is the key that sealed everything in no file.
    cat secrets/netra_field_key > secrets/netra_former_field_keys.new
    chmod 444 secrets/netra_former_field_keys.new
    mv -f secrets/netra_former_field_keys.new secrets/netra_former_field_keys
    sync
    mv secrets/netra_field_key secrets/netra_field_key.before
    make_once netra_field_key openssl rand -base64 32
    rm -f secrets/netra_field_key.before
    ;;
  --forget-field-keys) # After: netra keys forget
    rm -f secrets/netra_former_field_keys
    make_once netra_former_field_keys true
    ;;
  *) echo "pakai: $0 [--new-field-key | --forget-field-keys]" >&2; exit 64 ;;
esac
