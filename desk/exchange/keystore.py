"""The system's own place for secrets: Credential Manager, Keychain, Secret Service, KWallet.

Servers, containers and sessions without a desktop have none; then the caller keeps the secret
itself. `PYTHON_KEYRING_BACKEND=keyring.backends.null.Keyring` does without one on purpose.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "complaint-desk"

_NO_STORES = ("keyring.backends.fail", "keyring.backends.null", "keyrings.alt")
"""What is no store: two that keep nothing, and those that keep secrets in files of their own."""

_FAULTS = (
    ("keyring.errors", "KeyringError"),
    ("secretstorage.exceptions", "SecretStorageException"),
    ("jeepney.wrappers", "DBusErrorResponse"),
    ("win32ctypes.pywin32.pywintypes", "error"),
)
"""What stores raise, each its own; none of it can be raised before its module was imported."""


class NoAnswer(Exception):
    """There is no key store, or it is locked or does not answer."""


def keep(name: str, secret: str) -> bool:
    """Whether the key store took the secret, and gives it back as it was."""
    try:
        store = _store()
        if store is None:
            return False
        store.set_password(SERVICE, name, secret)
        if store.get_password(SERVICE, name) == secret:
            return True
    except _faults():
        pass
    forget(name)
    return False


def fetch(name: str) -> str | None:
    """The secret; None where the key store lacks it. Raises NoAnswer."""
    try:
        store = _store()
        if store is not None:
            return store.get_password(SERVICE, name)
    except _faults():
        pass  # told below, without the words of the store: they might hold what it keeps
    raise NoAnswer


def forget(name: str) -> None:
    """Takes the secret out again, where it is there."""
    try:
        store = _store()
        if store is not None:
            store.delete_password(SERVICE, name)
    except _faults():
        return  # it stays there, of use to nobody


def _store() -> KeyringBackend | None:
    import keyring

    chosen = keyring.get_keyring()
    several: list[KeyringBackend] = getattr(chosen, "backends", [chosen])
    for one in several:
        if not type(one).__module__.startswith(_NO_STORES):
            return one
    return None


def _faults() -> tuple[type[Exception], ...]:
    """Asked only once something was raised: what a store may raise on this system."""
    theirs = (getattr(sys.modules.get(module), name, None) for module, name in _FAULTS)
    general = (ImportError, OSError, RuntimeError, ValueError, AttributeError)
    return (*general, *(fault for fault in theirs if fault is not None))
