#!/bin/sh
# Builds SyncDesk.app and a disk image on macOS. Signing and notarisation are left out, aloud, without
# SIGN_IDENTITY ("Developer ID Application: ...") and NOTARY_PROFILE (a profile of `notarytool store-credentials`).
set -eu
cd "$(dirname "$0")/../.."
python3 dev.py bundle --no-proof
version=$(sed -n 's/^__version__ = "\(.*\)"/\1/p' syncdesk/__init__.py)
app=build/bundle/SyncDesk.app
image=build/packages/syncdesk-$version-$(uname -m).dmg
mkdir -p build/packages
if [ -n "${SIGN_IDENTITY:-}" ]; then
    codesign --force --deep --options runtime --timestamp --entitlements installer/macos/entitlements.plist \
        --sign "$SIGN_IDENTITY" "$app"
    codesign --verify --strict --verbose=2 "$app"
else
    echo "WARNING: $app is NOT signed: SIGN_IDENTITY is not set" >&2
fi
"$app/Contents/MacOS/syncdesk" --selftest
folder=$(mktemp -d)
cp -R "$app" "$folder/"
ln -s /Applications "$folder/Applications"
rm -f "$image"
hdiutil create -volname SyncDesk -srcfolder "$folder" -format ULFO "$image"
rm -rf "$folder"
if [ -n "${NOTARY_PROFILE:-}" ]; then
    xcrun notarytool submit "$image" --keychain-profile "$NOTARY_PROFILE" --wait
    xcrun stapler staple "$image"
else
    echo "WARNING: $image is NOT notarised: NOTARY_PROFILE is not set" >&2
fi
echo "$image"
