# Builds the Windows installer on Windows: bundle, self-test, signature if there is a certificate, installer.
# Needs Python 3.11 or later and NSIS (makensis on the path). Signing is left out, aloud, without
# SIGN_CERTIFICATE (a .pfx file) and SIGN_PASSWORD.
$ErrorActionPreference = "Stop"
$root = Resolve-Path "$PSScriptRoot\..\.."
Set-Location $root
python dev.py bundle --no-proof
if ($LASTEXITCODE) { exit $LASTEXITCODE }
$version = (Select-String -Path syncdesk\__init__.py -Pattern '__version__ = "(.+)"').Matches[0].Groups[1].Value
$bundle = "$root\build\bundle\syncdesk"
$output = "$root\build\packages\syncdesk-$version-setup.exe"
New-Item -ItemType Directory -Force "$root\build\packages" | Out-Null

function Sign($file) {
    if (-not $env:SIGN_CERTIFICATE) { Write-Warning "$file is NOT signed: SIGN_CERTIFICATE is not set"; return }
    signtool sign /fd SHA256 /tr http://timestamp.digicert.com /td SHA256 /f $env:SIGN_CERTIFICATE /p $env:SIGN_PASSWORD $file
    if ($LASTEXITCODE) { exit $LASTEXITCODE }
}
Sign "$bundle\syncdesk.exe"
Sign "$bundle\syncdesk-cli.exe"
makensis "-DVERSION=$version" "-DBUNDLE=$bundle" "-DICON=$root\build\icons\syncdesk.ico" "-DOUTPUT=$output" "$PSScriptRoot\syncdesk.nsi"
if ($LASTEXITCODE) { exit $LASTEXITCODE }
Sign $output
Write-Output $output
