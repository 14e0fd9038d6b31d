; Inno Setup 6, on Windows, after PyInstaller has made build\program\launchpad:
;   iscc /DVersion=0.1.0 packaging\windows\launchpad.iss
; Installs for the person alone, so it asks for no administrator, and opens .launch files.
#ifndef Version
  #error Say which version: iscc /DVersion=...
#endif
#define Name "Launchpad"
#define Program "launchpad.exe"
#define Suffix ".launch"
#define Plan "Launchpad.Plan"
#define MimeType "application/vnd.launchpad.plan"

[Setup]
AppId={{5D0C9E5B-9B1E-4C54-8A53-2A8B8C0F6A41}
AppName={#Name}
AppVersion={#Version}
AppPublisher=Launchpad contributors
DefaultDirName={autopf}\{#Name}
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
ChangesAssociations=yes
LicenseFile=..\..\LICENSE
SetupIconFile=..\..\build\work\launchpad\launchpad.ico
UninstallDisplayIcon={app}\{#Program}
OutputDir=..\..\dist
OutputBaseFilename={#Name}-{#Version}-setup
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[Files]
Source: "..\..\build\program\launchpad\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs

[Icons]
Name: "{autoprograms}\{#Name}"; Filename: "{app}\{#Program}"
Name: "{autodesktop}\{#Name}"; Filename: "{app}\{#Program}"; Tasks: desktopicon

[Registry]
Root: HKA; Subkey: "Software\Classes\{#Suffix}"; ValueType: string; ValueName: "Content Type"; ValueData: "{#MimeType}"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\{#Suffix}\OpenWithProgids"; ValueType: string; ValueName: "{#Plan}"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\{#Plan}"; ValueType: string; ValueData: "Launch plan"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\{#Plan}\DefaultIcon"; ValueType: string; ValueData: "{app}\{#Program},0"
Root: HKA; Subkey: "Software\Classes\{#Plan}\shell\open\command"; ValueType: string; ValueData: """{app}\{#Program}"" ""%1"""

[InstallDelete]
; what an older version brought and this one does not
Type: filesandordirs; Name: "{app}\_internal"

[Run]
Filename: "{app}\{#Program}"; Description: "{cm:LaunchProgram,{#Name}}"; Flags: nowait postinstall skipifsilent
