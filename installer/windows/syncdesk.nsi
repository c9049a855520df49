; The Windows installer: per user, no administrator, silent with /S. Upgrades in place: the program's folder is made
; anew, settings and history lie elsewhere and are never touched. Called by build.ps1, or by makensis on any system:
;   makensis -DVERSION=0.1.0 -DBUNDLE=<folder of the bundle> -DICON=<file.ico> -DOUTPUT=<file.exe> syncdesk.nsi

Unicode true
SetCompressor /SOLID lzma
RequestExecutionLevel user
Name "SyncDesk"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\SyncDesk"
InstallDirRegKey HKCU "Software\SyncDesk" "InstallDir"
BrandingText "SyncDesk ${VERSION}"

!include "MUI2.nsh"
!include "FileFunc.nsh"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\SyncDesk"
!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\syncdesk.exe"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"
!insertmacro MUI_LANGUAGE "French"

LangString KEPT ${LANG_ENGLISH} "Settings and history stay in $LOCALAPPDATA\SyncDesk. Delete that folder if you no longer want them."
LangString KEPT ${LANG_GERMAN} "Einstellungen und Verlauf bleiben in $LOCALAPPDATA\SyncDesk. Löschen Sie den Ordner, wenn Sie sie nicht mehr wollen."
LangString KEPT ${LANG_FRENCH} "Réglages et historique restent dans $LOCALAPPDATA\SyncDesk. Supprimez ce dossier si vous n'en voulez plus."
LangString RUNS ${LANG_ENGLISH} "SyncDesk is running. Close it, then try again."
LangString RUNS ${LANG_GERMAN} "SyncDesk läuft. Schließen Sie es und versuchen Sie es noch einmal."
LangString RUNS ${LANG_FRENCH} "SyncDesk est en cours d'exécution. Fermez-le, puis réessayez."

; A program that runs keeps its file open: writing to it fails, and nothing is half replaced.
!macro StopIfRunning
  ${If} ${FileExists} "$INSTDIR\syncdesk.exe"
    ClearErrors
    FileOpen $0 "$INSTDIR\syncdesk.exe" a
    ${If} ${Errors}
      MessageBox MB_ICONEXCLAMATION "$(RUNS)" /SD IDOK
      SetErrorLevel 2
      Quit
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

Section
  !insertmacro StopIfRunning
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "${BUNDLE}\*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\SyncDesk.lnk" "$INSTDIR\syncdesk.exe"
  WriteRegStr HKCU "Software\SyncDesk" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "SyncDesk"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "SyncDesk contributors"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\syncdesk.exe"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0
SectionEnd

Section "Uninstall"
  !insertmacro StopIfRunning
  ; Entries of the Task Scheduler that 'syncdesk schedule --install' made.
  nsExec::Exec 'powershell -NoProfile -Command "Get-ScheduledTask -TaskPath \SyncDesk\ -ErrorAction SilentlyContinue | Unregister-ScheduledTask -Confirm:$$false"'
  ; The entry that 'Start with This Computer' made.
  DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Run" "SyncDesk"
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\syncdesk.exe"
  Delete "$INSTDIR\syncdesk-cli.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\SyncDesk.lnk"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\SyncDesk"
  MessageBox MB_ICONINFORMATION "$(KEPT)" /SD IDOK
SectionEnd
