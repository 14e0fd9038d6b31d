"""Where the files that ship with Launchpad are: in the source tree, in an installed wheel, or in a bundle."""

import sys
from functools import cache
from pathlib import Path

import launchpad


@cache
def resources_folder() -> Path:
    """Return the folder of templates, icons and the sample."""
    package = Path(launchpad.__file__).parent
    bundle = getattr(sys, "_MEIPASS", None)
    places = [Path(bundle) / "resources"] if bundle else []
    places += [package.parent / "resources", package / "_resources"]
    found = next((place for place in places if (place / "templates").is_dir()), None)
    if found is None:
        raise FileNotFoundError("Launchpad's own resources are missing; install it again.")
    return found


def templates_folder() -> Path:
    """Return the folder of the templates that ship with Launchpad."""
    return resources_folder() / "templates"


def sample_file() -> Path:
    """Return the file of the sample launch."""
    return resources_folder() / "sample" / "loomtrack-4.yaml"
