#!/bin/sh
# Builds the Flatpak as a single file from the finished bundle (dev.py bundle), and tests it before it is packed.
# Needs flatpak and flatpak-builder; fetches the runtime from Flathub, or from the remote FLATPAK_REMOTE.
set -eu
cd "$(dirname "$0")/../.."
id=io.github.syncdesk.SyncDesk
manifest=installer/linux/io.github.syncdesk.SyncDesk.json
version=$(sed -n 's/^__version__ = "\(.*\)"/\1/p' syncdesk/__init__.py)
package=build/packages/SyncDesk-$version-$(uname -m).flatpak
remote=${FLATPAK_REMOTE:-flathub}
if [ "$remote" = flathub ]; then
    flatpak --user remote-add --if-not-exists flathub https://dl.flathub.org/repo/flathub.flatpakrepo
fi
mkdir -p build/packages
flatpak-builder --user --force-clean --install-deps-from="$remote" --state-dir=build/flatpak/state \
    --repo=build/flatpak/repo build/flatpak/app "$manifest"
flatpak-builder --state-dir=build/flatpak/state --run build/flatpak/app "$manifest" syncdesk-cli --selftest
flatpak build-bundle build/flatpak/repo "$package" "$id" \
    --runtime-repo=https://dl.flathub.org/repo/flathub.flatpakrepo
echo "$package"
