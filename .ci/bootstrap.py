"""Makes .venv and installs one lock file into it, when that file changed. Needs nothing but Python itself.

Usage: python3 .ci/bootstrap.py requirements.txt
"""

import hashlib
import importlib.util
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
NEEDED = (3, 11)


def main(lock_name: str) -> None:
    """Install the lock file `lock_name`, unless the very same text was installed before."""
    check_python()
    lock = ROOT / lock_name
    stamp = VENV / f".installed-{lock.stem}"
    wanted = hashlib.sha256(lock.read_bytes()).hexdigest()
    works = environment_works()
    if works and stamp.exists() and stamp.read_text(encoding="ascii") == wanted:
        return
    if not works:
        say("Đang tạo môi trường Python trong .venv …", "Making the Python environment in .venv …")
        subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], check=True)
    say(f"Đang cài {lock_name} (một lần, vài phút) …", f"Installing {lock_name} (once, some minutes) …")
    install(lock)
    stamp.write_text(wanted, encoding="ascii")


def check_python() -> None:
    """Stop, saying what is missing and how to get it, unless this Python can make an environment."""
    if sys.version_info < NEEDED:
        found, needed = (f"{version[0]}.{version[1]}" for version in (sys.version_info, NEEDED))
        stop(
            f"Cần Python {needed} trở lên, máy này có {found}. Trên Debian 12: apt-get install python3 python3-venv",
            f"Python {needed} or newer is needed, this is {found}. To use another one: make PYTHON=python{needed} …",
        )
    if not all(importlib.util.find_spec(module) for module in ("venv", "ensurepip")):
        stop(
            "Python của máy này chưa tạo được môi trường riêng. Chạy: apt-get install python3-venv",
            "This Python cannot make an environment yet. Run: apt-get install python3-venv",
        )


def environment_works() -> bool:
    """Return whether .venv holds a Python with pip (an interrupted start leaves half of one behind)."""
    if not PYTHON.exists():
        return False
    return subprocess.run([PYTHON, "-c", "import pip"], capture_output=True, check=False).returncode == 0


def install(lock: Path) -> None:
    """Install exactly what the lock names, each file checked against its hash."""
    quietly = ["--quiet", "--disable-pip-version-check", "--no-deps", "--require-hashes"]
    result = subprocess.run([PYTHON, "-m", "pip", "install", *quietly, "-r", lock], check=False)
    if result.returncode:
        stop(
            f"Không cài được {lock.name}; lỗi ghi ở trên (mất mạng, hay không có gói đúng mã băm).",
            f"{lock.name} could not be installed; the error stands above (no network, or no package with that hash).",
        )


def say(vietnamese: str, english: str) -> None:
    """Tell the person at the terminal, in both languages."""
    print(f"» {vietnamese}\n  {english}", flush=True)


def stop(vietnamese: str, english: str) -> None:
    """End with a reason instead of a traceback."""
    raise SystemExit(f"✗ {vietnamese}\n  {english}")


if __name__ == "__main__":
    main(sys.argv[1])
