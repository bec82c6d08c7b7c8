"""What this machine is and has: processor, Java, gdtrain itself, and the programs it is measured beside."""

import functools
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

from measure import Contender, measure

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PEERS = HERE / "peers"
IRIS = ROOT / "datasets" / "iris.csv"
LETTERS = ROOT / "datasets" / "letter_recognition.csv"
DIGITS = ROOT / "datasets" / "digits.csv"

# They hold ND4J's old OpenBLAS to kernels it computes rightly with, and would slow that of a current NumPy.
GDTRAIN_ONLY = ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")


def java():
    home = os.environ.get("JAVA_HOME")
    return str(Path(home, "bin", "java")) if home else "java"


def output_of(*command, environment=None):
    """What it printed, or None where it is not there or failed."""
    if not shutil.which(command[0]):
        return None
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    return done.stdout + done.stderr if done.returncode == 0 else None


@functools.lru_cache(None)
def python_with(modules):
    """The first interpreter that has the modules: python3 in PATH is often not the one of the system."""
    for python in ("python3", "/usr/bin/python3", sys.executable):
        if output_of(python, "-c", f"import {modules}") is not None:
            return python
    return None


def python(modules, script, *arguments):
    """The command of a peer's script, or None where a module is missing."""
    interpreter = python_with(modules)
    return interpreter and [interpreter, PEERS / script, *arguments]


def rscript_with(package):
    there = output_of("Rscript", "--vanilla", "-e", f"invisible(loadNamespace('{package}'))") is not None
    return "Rscript" if there else None


def weka_jar():
    return next((jar for jar in ("/usr/share/java/weka.jar",) if Path(jar).exists()), None)


@functools.lru_cache(None)
def distribution():
    """Builds gdtrain if need be and returns its launcher, without the check whether the sources have changed."""
    subprocess.run([ROOT / "scripts" / "gdtrain", "--version"], check=True, stdout=subprocess.DEVNULL)
    return str(next(ROOT.glob("target/gdtrain-*/bin/gdtrain")))


def peer_environment(threads):
    """That of the other programs: as many threads as gdtrain, and none of its own settings of OpenBLAS."""
    environment = {name: value for name, value in os.environ.items() if name not in GDTRAIN_ONLY}
    libraries = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "POLARS_MAX_THREADS")
    return environment | dict.fromkeys(libraries, str(threads))


def processor():
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor()
    return next((line.split(": ")[1] for line in lines if line.startswith("model name")), platform.machine())


def load():
    return f"load {os.getloadavg()[0]:.2f}"


def description():
    version = output_of(java(), "-version").splitlines()[0]
    return f"{os.cpu_count()} cores, {processor()}, {platform.system()} {platform.machine()}, {version}"


def versions():
    """Of the programs that are there."""
    for interpreter in dict.fromkeys(filter(None, map(python_with, MODULES))):
        yield output_of(interpreter, "-c", f"modules = {MODULES}\n{TELL_VERSIONS}").strip()
    commands = (
        ("polars for node", ("node", "-p", "require('nodejs-polars').version")),
        ("R", ("Rscript", "-e", "cat(as.character(getRversion()))")),
        ("Weka", (java(), "-cp", weka_jar() or "", "weka.core.Version")),
        ("Vowpal Wabbit", ("vw", "--version")),
    )
    for name, command in commands:
        found = output_of(*command)
        if found:
            yield f"{name} {found.split()[0]}"


MODULES = ("numpy", "pandas", "polars", "sklearn", "torch")
TELL_VERSIONS = """
import importlib, platform
print("Python", platform.python_version(), end="")
for name in modules:
    try:
        print(",", name, importlib.import_module(name).__version__, end="")
    except ImportError:
        pass
"""
BARE_JVM = [java(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-version"]


@functools.lru_cache(None)
def jvm_start():
    """Seconds until a Java that does nothing has ended."""
    return measure([Contender("bare JVM", BARE_JVM)], 7)[0].seconds()


def no_epoch():
    """The command that loads ND4J, reads two rows and makes no step: what no run of gdtrain can be under."""
    return [distribution(), "fit", PEERS / "two_rows.csv", "--epochs", "0", "--quiet"]


@functools.lru_cache(None)
def bandwidth(size, threads):
    """Bytes a second at which so many threads read so many bytes together, again and again."""
    command = [java(), f"-Xmx{2 * size // 2**20 + 256}m", str(HERE / "Bandwidth.java"), str(size), str(threads)]
    return float(output_of(*command))
