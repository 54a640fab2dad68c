"""Where things are kept on this computer."""

from __future__ import annotations

import os
from pathlib import Path

from reflect.errors import ReflectError


def shipped_banks() -> Path:
    """The folder of the question banks that come with reflect: inside the installed package, or at the top
    of the source. Raises ReflectError where it is missing."""
    package = Path(__file__).resolve().parent
    for folder in (package / "question_banks", package.parents[1] / "question_banks"):
        if (folder / "themes.yaml").is_file():
            return folder
    raise ReflectError(
        "The question banks that come with reflect are missing.",
        "Nothing of yours is lost. Install reflect again.",
    )


def default_workspace() -> Path:
    """The workspace folder where nobody names another: in the user's own data folder, which stays on this
    computer and does not roam."""
    import platformdirs

    return Path(platformdirs.user_data_dir("reflect", appauthor=False, roaming=False))


def documents_folder() -> Path:
    """The user's own folder for documents, or their home where there is none."""
    import platformdirs

    folder = platformdirs.user_documents_path()
    return folder if folder.is_dir() else Path.home()


def make_private_folder(folder: Path) -> None:
    """Makes `folder`, for its owner only (0700), and syncs its name to the disk. A folder that is there already
    keeps what it holds."""
    missing = [place for place in (folder, *folder.parents) if not place.exists()]
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)
    for place in missing:
        sync_folder(place.parent)


def write_privately(path: Path, content: bytes) -> None:
    """Puts a file in place whole or not at all, readable by its owner only (0600), and on the disk before this
    returns."""
    import tempfile

    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    fresh = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Brings the names in `folder` to the disk: a file that is new or has moved is not sure to be there before.
    Windows does this by itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
