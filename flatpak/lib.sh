# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2034
#
# What flatpak/run, flatpak/sdk and the scripts under tests/ share: the Sdk made from Debian 13
# packages, where it is kept, and how to work inside it. To be sourced by bash under
# `set -euo pipefail`.

top=$(realpath "$(dirname "${BASH_SOURCE[0]}")/..")
shared=$(realpath -m "$top/../shared")
cache=${XDG_CACHE_HOME:-$HOME/.cache}/parallax

suite=trixie

# What the program needs to run.
platform_packages=(
  libgtk-4-1 libgtk-4-bin libadwaita-1-0 libsqlite3-0 libicu76 libxml2 libjson-glib-1.0-0
  libarchive13t64 libgmime-3.0-0t64 libpoppler-glib8t64 poppler-data libhyphen0 hyphen-en-us
  libglib2.0-bin libgl1-mesa-dri librsvg2-common adwaita-icon-theme hicolor-icon-theme
  shared-mime-info fonts-inter fonts-liberation fonts-dejavu-core tzdata
)

# What it takes on top to build it, to test it and to look at it.
sdk_packages=(
  "${platform_packages[@]}"
  gcc libc6-dev libasan8 libubsan1 meson ninja-build pkgconf ccache gettext git gdb valgrind
  blueprint-compiler libgtk-4-dev libadwaita-1-dev libsqlite3-dev libicu-dev libxml2-dev
  libjson-glib-dev libarchive-dev libgmime-3.0-dev libpoppler-glib-dev libhyphen-dev
  fonts-droid-fallback desktop-file-utils appstream
  mandoc python3 python3-gi gir1.2-atspi-2.0
  xvfb xauth dbus dbus-daemon at-spi2-core imagemagick xdotool poppler-utils sqlite3 procps
  gnome-text-editor locales
)

# Raise it when the way in which the roots are made changes.
recipe=3

# A root is kept under a name that changes with all that it depends on, so that an old one is
# never taken for a new one.
key=$(printf '%s\n' "$recipe" "$suite" "${platform_packages[@]}" / "${sdk_packages[@]}" |
  sha256sum | cut -c1-12)
sdk_root=$cache/sdk-$key
platform_root=$cache/platform-$key

app_id=io.github.parallaxapp.Parallax
# Named for what it is: a stand-in, not GNOME's.
stand_in=io.github.parallaxapp.StandIn
stand_in_branch=13-$key

say ()
{
  printf '%s\n' "$*" >&2
}

die ()
{
  say "$*"
  exit 1
}

as_root ()
{
  if [ "$(id -u)" = 0 ]; then
    "$@"
  else
    sudo "$@"
  fi
}

# need PACKAGE…: installs those of the Debian packages that are missing.
need ()
{
  local package missing=()

  command -v apt-get >/dev/null ||
    die "This script installs what it needs with apt, which is not here. It needs the like of: $*"
  for package in "$@"; do
    dpkg-query -W -f '${db:Status-Abbrev}' "$package" 2>/dev/null | grep -q '^.i' ||
      missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0

  say "Installing with apt: ${missing[*]}"
  mkdir -p "$cache"
  {
    as_root apt-get update -qq &&
      as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends "${missing[@]}"
  } >"$cache/apt.log" 2>&1 || { tail -n 20 "$cache/apt.log" >&2; die "That did not work."; }
}

# Where this machine takes its own packages from: a mirror or proxy near it serves us too.
own_mirror ()
{
  local codename uri

  codename=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
  # shellcheck disable=SC2016 # the words in $() are apt's
  uri=$(apt-get indextargets --format '$(RELEASE) $(COMPONENT) $(REPO_URI)' 2>/dev/null |
    awk -v release="$codename" '
      $1 == release && $2 == "main" && $3 ~ /debian\/?$/ && !uri { uri = $3 }
      END { print uri }')
  [ -n "$uri" ] || die "The apt sources of this machine name no Debian mirror."
  echo "$uri"
}

# add_typeface ROOT: GNOME writes in Adwaita Sans; Debian 13 has Inter, from which that is made.
add_typeface ()
{
  cat >"$1/etc/fonts/conf.d/56-sans-serif.conf" <<END
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <alias binding="same">
    <family>sans-serif</family>
    <prefer><family>Inter</family></prefer>
  </alias>
</fontconfig>
END
}

# make_root FOLDER PACKAGES WHAT: a root of Debian packages that belongs to who runs this.
# FOLDER appears only when it is whole: an interrupted run leaves nothing behind but a part
# that the next one clears away.
make_root ()
{
  local folder=$1 packages=$2 what=$3 work=$1.part mirror

  [ ! -d "$folder" ] || return 0
  mirror=$(own_mirror)
  need mmdebstrap bubblewrap
  as_root rm -rf --one-file-system "$work"
  mkdir -p "$work/tmp" "$work/root"

  say "Making $what from Debian 13 packages (once; about a minute) …"
  apt-config dump | grep -i '^Acquire::.*Proxy' >"$work/apt.conf" || true
  # What mmdebstrap mounts goes away with it, even where it is killed.
  as_root unshare --mount env TMPDIR="$work/tmp" mmdebstrap --quiet --mode=root --variant=minbase \
    --format=tar --aptopt="$work/apt.conf" --include="$packages" \
    "$suite" - "deb $mirror $suite main" |
    tar -x -C "$work/root" --no-same-owner --exclude='./dev/*'
  chmod -R u+rwX,go+rX,go-w,ug-s "$work/root"
  add_typeface "$work/root"

  mv "$work/root" "$folder"
  as_root rm -rf --one-file-system "$work"
}

comma ()
{
  local IFS=,
  echo "$*"
}

# with_lock COMMAND…: one at a time makes things in the cache; who comes second finds them made.
with_lock ()
{
  mkdir -p "$cache"
  (
    flock -n 9 || { say "Waiting for another run that is at work in $cache …"; flock 9; }
    "$@" 9>&-
  ) 9>"$cache/lock"
}

make_sdk ()
{
  command -v bwrap >/dev/null || need bubblewrap
  [ -d "$sdk_root" ] || with_lock make_root "$sdk_root" "$(comma "${sdk_packages[@]}")" "the Sdk"
}

# in_sdk COMMAND…: this process becomes COMMAND inside the Sdk, in the folder where it is now.
# It sees the project, its ../shared, the working folder and temporary files; no network, and
# a home folder of its own in the cache.
in_sdk ()
{
  local home=$cache/home folder bind=()

  [ -d "$home/ccache" ] || mkdir -p "$home/ccache"
  for folder in "$shared" "$top" "$PWD" "${TMPDIR:-}" "${XDG_DATA_HOME:-}"; do
    [ ! -d "$folder" ] || bind+=(--bind "$folder" "$folder")
  done

  # The bus wants to know who it runs for.
  if [ "$UID" != 0 ]; then
    bind+=(--ro-bind-data 8 /etc/passwd)
    exec 8< <(getent passwd 0 "$UID")
  fi

  exec bwrap --ro-bind "$sdk_root/usr" /usr --ro-bind "$sdk_root/etc" /etc \
    --ro-bind "$sdk_root/var" /var --tmpfs /run --tmpfs /root --dev /dev --proc /proc \
    --symlink usr/bin /bin --symlink usr/sbin /sbin \
    --symlink usr/lib /lib --symlink usr/lib64 /lib64 \
    --bind /tmp /tmp --bind "$home" "$home" "${bind[@]}" \
    --unshare-net --unshare-pid --die-with-parent --chdir "$PWD" \
    --setenv HOME "$home" --setenv CCACHE_DIR "$home/ccache" --setenv PATH /usr/bin:/usr/sbin \
    --setenv LC_ALL C.UTF-8 --setenv LANG C.UTF-8 --unsetenv XDG_CACHE_HOME \
    --unsetenv XDG_RUNTIME_DIR --unsetenv DISPLAY --unsetenv WAYLAND_DISPLAY \
    --unsetenv DBUS_SESSION_BUS_ADDRESS -- "$@"
}

# set_up_build FOLDER OPTION…: inside the Sdk, makes a build folder of this tree where there is none
# yet. It installs into itself.
set_up_build ()
{
  local folder=$top/$1
  shift

  [ -f "$folder/build.ninja" ] ||
    meson setup "$folder" "$top" --prefix="$folder/installed" -Dwerror=true "$@"
}

# export_root ROOT NAME REPO: puts ROOT as the runtime NAME into the ostree repository REPO.
export_root ()
{
  local root=$1 name=$2 repo=$3 work=$3.files

  rm -rf "$work"
  mkdir -p "$work/files"
  cp -al "$root/usr" "$work/usr"
  cp -a "$root/etc" "$work/usr/etc"
  (cd "$work/usr/etc" && rm -rf resolv.conf hostname passwd* group* shadow* gshadow* machine-id)
  cat >"$work/metadata" <<END
[Runtime]
name=$name
runtime=$stand_in.Platform/$(flatpak --default-arch)/$stand_in_branch
sdk=$stand_in.Sdk/$(flatpak --default-arch)/$stand_in_branch
END
  flatpak build-export --runtime "$repo" "$work" "$stand_in_branch" >/dev/null
  rm -rf "$work"
}

# make_stand_in: the stand-in runtime, installed for this user. Each step that is done stays done.
make_stand_in ()
{
  local repo=$cache/runtime-$key

  make_root "$sdk_root" "$(comma "${sdk_packages[@]}")" "the Sdk"
  if [ ! -d "$repo" ]; then
    make_root "$platform_root" "$(comma "${platform_packages[@]}")" "the runtime"
    say "Making Flatpaks of the Sdk and the runtime (once; about half a minute) …"
    rm -rf "$repo.part"
    ostree init --repo="$repo.part" --mode=bare-user-only
    export_root "$platform_root" "$stand_in.Platform" "$repo.part"
    export_root "$sdk_root" "$stand_in.Sdk" "$repo.part"
    mv "$repo.part" "$repo"
    rm -rf "$platform_root"
  fi

  local platform=$stand_in.Platform//$stand_in_branch sdk=$stand_in.Sdk//$stand_in_branch
  if flatpak --user info "$platform" >/dev/null 2>&1 && flatpak --user info "$sdk" >/dev/null 2>&1
  then
    return
  fi
  flatpak --user remote-add --if-not-exists --no-gpg-verify parallax-stand-in "file://$repo"
  flatpak --user remote-modify --no-gpg-verify --url="file://$repo" parallax-stand-in
  flatpak --user install --noninteractive parallax-stand-in "$platform" "$sdk" >&2
}

# with_session COMMAND…: runs COMMAND with a folder for sockets, a session bus and a system bus: its
# own where this machine has none, as in a container.
with_session ()
{
  local made='' status=0

  if [ ! -d "${XDG_RUNTIME_DIR:-}" ]; then
    made=$(mktemp -d)
    export XDG_RUNTIME_DIR=$made
  fi
  if [ -S "$XDG_RUNTIME_DIR/bus" ] || [ -n "${DBUS_SESSION_BUS_ADDRESS:-}" ]; then
    "$@" || status=$?
  else
    # A user, unlike root, cannot install a Flatpak without asking a system bus; one where nobody
    # answers will do. What the bus says of itself is dropped; COMMAND keeps its standard error.
    # shellcheck disable=SC2016 # the shell on the bus expands these
    dbus-run-session -- sh -c '
      [ -S /run/dbus/system_bus_socket ] ||
        export DBUS_SYSTEM_BUS_ADDRESS="$DBUS_SESSION_BUS_ADDRESS"
      "$@" 2>&3 3>&-' sh "$@" 3>&2 2>/dev/null || status=$?
  fi
  # The documents lent to the sandbox may still be mounted there: never delete across file systems.
  [ -z "$made" ] || rm -rf --one-file-system "$made" 2>/dev/null || true
  return $status
}
