"""What macOS reads in Launchpad.app: its names, its version, and that .launch files are its own.

On a Mac, `pyinstaller packaging/launchpad.spec` makes build/program/Launchpad.app. A file opened in Finder arrives as a
QFileOpenEvent. To hand the app to others, sign it from the inside out, have it notarized, and staple the ticket:

    codesign --force --options runtime --timestamp --sign "Developer ID Application: …" Launchpad.app/Contents/…
    xcrun notarytool submit Launchpad.zip --keychain-profile … --wait && xcrun stapler staple Launchpad.app
"""

from launchpad import __version__

IDENTIFIER = "app.launchpad.Launchpad"
PLAN = "app.launchpad.plan"
"""The uniform type of a .launch file."""

BUNDLE_ARGUMENTS = {
    "name": "Launchpad.app",
    "bundle_identifier": IDENTIFIER,
    "version": __version__,
    "info_plist": {
        "CFBundleDisplayName": "Launchpad",
        "CFBundleShortVersionString": __version__,
        "LSApplicationCategoryType": "public.app-category.business",
        "LSMinimumSystemVersion": "13.0",
        "NSHighResolutionCapable": True,
        "NSRequiresAquaSystemAppearance": False,
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "Launch plan",
                "CFBundleTypeRole": "Editor",
                "CFBundleTypeIconFile": "launchpad.icns",
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": [PLAN],
            }
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": PLAN,
                "UTTypeDescription": "Launch plan",
                "UTTypeConformsTo": ["public.data", "public.content"],
                "UTTypeTagSpecification": {
                    "public.filename-extension": ["launch"],
                    "public.mime-type": ["application/vnd.launchpad.plan"],
                },
            }
        ],
    },
}
