# shellcheck shell=sh
# Sourced by the other scripts: finds the tools the build needs, and installs them where that takes no password.

say() {
  echo "gdtrain: $1" >&2
}

# Sets missing to the Debian packages without which gdtrain cannot be built.
find_missing() {
  missing=
  has_jdk || missing=$(jdk_package)
  command -v mvn >/dev/null || missing="$missing maven"
  missing=${missing# }
}

# Maven compiles with the Java it runs in, so that one has to have a compiler: many machines have one that only runs.
has_jdk() {
  settings=$("${JAVA_HOME:+$JAVA_HOME/bin/}java" -XshowSettings:properties -version 2>&1) || return
  java_home=$(echo "$settings" | sed -n 's/^ *java\.home = //p')
  java_version=$(echo "$settings" | sed -n 's/^ *java\.specification\.version = //p')
  case $java_version in
    1[7-9] | [2-9][0-9]) [ -x "$java_home/bin/javac" ] ;;
    *) return 1 ;;
  esac
}

# The compiler for the Java that is there, if it is new enough; otherwise the oldest one offered.
jdk_package() {
  for version in "${java_version:-17}" 17 21 25; do
    [ "${version%%.*}" -ge 17 ] || continue
    jdk=openjdk-$version-jdk-headless
    apt-cache show "$jdk" >/dev/null 2>&1 && break
  done
  echo "$jdk"
}

# Sets as_root to what comes before a command that only root may run; fails where that would ask for a password.
find_root() {
  as_root=
  [ "$(id -u)" -eq 0 ] && return
  as_root='sudo -n'
  sudo -n true 2>/dev/null
}

# install PACKAGE...: the packages, with apt-get's output shown only if it fails.
install() {
  say "installing $* (once)"
  output=$($as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" 2>&1 </dev/null) && return
  echo "$output" >&2
  say "could not install $*; the reason is above."
  exit 1
}

# The machine's list of packages may be empty, as in a container, or too old to be of use.
update_packages() {
  $as_root apt-get update >/dev/null 2>&1 </dev/null || true
}

require_build_tools() {
  find_missing
  [ -n "$missing" ] || return 0
  if [ -n "${JAVA_HOME:-}" ] && ! has_jdk; then
    say "JAVA_HOME is $JAVA_HOME, which is no JDK 17 or later: set it to one, or unset it."
    exit 1
  fi
  if ! command -v apt-get >/dev/null; then
    say 'building needs a JDK, 17 or later, and Maven, 3.8 or later: install them first.'
    exit 1
  fi
  if ! find_root; then
    say "building needs more packages; run: sudo apt-get install $missing"
    exit 1
  fi
  update_packages
  find_missing
  # shellcheck disable=SC2086 # a list
  install $missing
}
