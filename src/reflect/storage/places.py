"""Folders in which an encrypted database would be damaged or copied away, with the reason in words.

SQLite's locks do not hold on network drives, and a synchronising program copies the file and its log apart
from each other and onto other computers.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from reflect.errors import UnsafeFolder

NETWORK_FILE_SYSTEMS = frozenset(
    (
        *(
            "9p",
            "afp",
            "afpfs",
            "afs",
            "beegfs",
            "ceph",
            "cifs",
            "coda",
            "davfs",
            "drvfs",
            "gfs2",
            "glusterfs",
        ),
        *("lustre", "ncpfs", "nfs", "nfs4", "ocfs2", "smb", "smb2", "smb3", "smbfs", "sshfs", "webdav"),
        *("fuse.cephfs", "fuse.davfs2", "fuse.gcsfuse", "fuse.glusterfs", "fuse.gvfsd-fuse", "fuse.rclone"),
        *("fuse.s3fs", "fuse.sshfs", "vboxsf", "virtiofs", "vmhgfs"),
    )
)
SYNCHRONISED_NAMES = (
    ("onedrive", "OneDrive"),
    ("dropbox", "Dropbox"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("my drive", "Google Drive"),
    ("icloud", "iCloud"),
    ("mobile documents", "iCloud"),
    ("cloudstorage", "a cloud service"),
    ("nextcloud", "Nextcloud"),
    ("owncloud", "ownCloud"),
    ("box sync", "Box"),
    ("pcloud", "pCloud"),
    ("megasync", "MEGA"),
    ("sharepoint", "SharePoint"),
    ("syncthing", "Syncthing"),
)
SYNCHRONISED_MARKERS = (
    (".stfolder", "Syncthing"),
    (".dropbox", "Dropbox"),
    (".dropbox.cache", "Dropbox"),
    (".owncloudsync.log", "ownCloud"),
    (".nextcloudsync.log", "Nextcloud"),
)
ELSEWHERE = "Choose a folder on this computer's own disk; without --workspace, reflect uses one."


def check_place(folder: Path, environment: Mapping[str, str] | None = None) -> None:
    """Raises UnsafeFolder, with the reason, when `folder` is on a network drive or in a synchronised folder."""
    whole = folder.expanduser().absolute()
    real = Path(os.path.realpath(whole))
    seen = dict(os.environ) if environment is None else environment
    for place in (whole, real):
        service = _synchronised_by(place, seen)
        if service:
            raise UnsafeFolder(
                f"This folder is kept in step with other computers by {service}, which would copy what is private "
                "and can damage it.",
                ELSEWHERE,
            )
        if _on_network(place):
            raise UnsafeFolder(
                "This folder is on a network drive or shared from another system, where saving is not reliable.",
                ELSEWHERE,
            )


def _synchronised_by(place: Path, environment: Mapping[str, str]) -> str:
    for variable in ("OneDrive", "OneDriveConsumer", "OneDriveCommercial"):
        root = environment.get(variable, "")
        if root and place.is_relative_to(Path(root)):
            return "OneDrive"
    for part in place.parts:
        said = part.casefold()
        for name, service in SYNCHRONISED_NAMES:
            if said == name or said.startswith((name + " ", name + "-", name + "_")):
                return service
    for parent in (place, *place.parents):
        for marker, service in SYNCHRONISED_MARKERS:
            if (parent / marker).exists() and (marker != ".dropbox" or parent != Path.home()):
                return service
    return ""


def _on_network(place: Path) -> bool:
    if sys.platform == "win32":
        import ctypes

        remote = 4
        text = str(place)
        return text.startswith(("\\\\", "//")) or (
            ctypes.windll.kernel32.GetDriveTypeW(f"{place.drive}\\") == remote
        )
    mounts = Path("/proc/self/mountinfo")
    if sys.platform == "linux" and mounts.exists():
        return file_system_of(place, mounts.read_text(encoding="utf-8")) in NETWORK_FILE_SYSTEMS
    return str(place).startswith(("/Network/", "/net/"))


def file_system_of(place: Path, mount_info: str) -> str:
    """The kind of file system that holds `place`, read from the text of Linux's `mountinfo`; "" if unknown."""
    best, kind = -1, ""
    for line in mount_info.splitlines():
        left, _, right = line.partition(" - ")
        fields, after = left.split(), right.split()
        if len(fields) < 5 or not after:
            continue
        point = Path(fields[4].replace("\\040", " "))
        if place.is_relative_to(point) and len(point.parts) >= best:
            best, kind = len(point.parts), after[0]
    return kind
