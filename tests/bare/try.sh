#!/bin/sh
# usage: tests/bare/try.sh DIRECTORY [root|user]...      as root, on Debian
#
# Both commands of the README as written, on a Debian 12 that has nothing but
# its base system: once as root, once as a user with sudo. DIRECTORY keeps the
# base system for the next time. Not part of tests/run: it takes an hour, and a
# package mirror (the one that apt uses here).
# shellcheck disable=SC2016 # $(SITE) is apt's
set -eu
[ $# -gt 0 ] || {
  sed -n '2s/^# //p' "$0" >&2
  exit 2
}
source_dir=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
mkdir -p "$1"
directory=$(CDPATH='' cd -- "$1" && pwd)
shift
[ $# -gt 0 ] || set -- root user

if [ ! -f "$directory/base/complete" ]; then
  mirror=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' \
    'Codename: bookworm' | sed 1q)
  rm -rf "$directory/base"
  debootstrap --variant=minbase bookworm "$directory/base" "$mirror"
  cp /etc/resolv.conf "$directory/base/etc/resolv.conf"
  touch "$directory/base/complete"
fi

# enter TREE COMMAND...: in TREE, as root, with nothing from outside.
enter() {
  tree=$1
  shift
  env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root TERM=dumb \
    ${CERTIFICATES:+"NODE_EXTRA_CA_CERTS=$CERTIFICATES"} \
    chroot "$tree" "$@" </dev/null
}

leave() {
  for inside in dev/shm dev proc; do
    umount "$tree/$inside" 2>/dev/null || :
  done
}

status=0
for who in "$@"; do
  tree=$directory/$who
  rm -rf --one-file-system "$tree"
  cp -a "$directory/base" "$tree"
  trap leave EXIT
  mount -t proc proc "$tree/proc"
  mount --bind /dev "$tree/dev"
  mount -t tmpfs tmpfs "$tree/dev/shm"
  # A network with a certificate of its own would stop npm.
  CERTIFICATES=
  if [ -n "${SSL_CERT_FILE:-}" ]; then
    CERTIFICATES=/etc/own-certificates.crt
    cp "$SSL_CERT_FILE" "$tree$CERTIFICATES"
  fi
  if [ "$who" = user ]; then
    enter "$tree" sh -c 'apt-get -q update &&
      apt-get -q install -y --no-install-recommends sudo &&
      useradd -m developer &&
      echo "developer ALL=(ALL) NOPASSWD: ALL" >/etc/sudoers.d/developer
      ' >"$directory/$who-prepare.log" 2>&1
    home=/home/developer
    as='setpriv --reuid=developer --regid=developer --init-groups'
    as="$as env HOME=$home"
  else
    home=/root
    as=
  fi
  git clone -q "$source_dir" "$tree$home/migcheck"
  [ "$who" = root ] || enter "$tree" chown -R developer: "$home/migcheck"
  for command in ./hooks/migcheck ./tests/run; do
    log=$directory/$who-$(basename "$command").log
    from=$(date +%s)
    verdict=passed
    # shellcheck disable=SC2086 # a command and its arguments
    enter "$tree" $as sh -c "cd $home/migcheck && $command" >"$log" 2>&1 || {
      verdict="FAILED ($log)"
      status=1
    }
    echo "$who: $command $verdict after $(($(date +%s) - from)) s"
  done
  leave
  trap - EXIT
done
exit "$status"
