"""Runs a program and ends it when the parent of this process is gone.

A parent that is killed cannot end what it started. So JupyterLab, and each kernel that it
starts, run below this: it sees that its parent has changed, and asks the program to end.

Usage: attached.py PROGRAM [ARGUMENT ...]
"""

import os
import signal
import subprocess
import sys

SECONDS_TO_END = 10


def main():
    parent = os.getppid()
    # Jupyter interrupts and kills a kernel by its process group, which then is ours.
    is_kernel = os.getsid(0) == os.getpid()
    program = subprocess.Popen(sys.argv[1:], start_new_session=not is_kernel)

    def end(*_):
        program.terminate()

    # Who interrupts us speaks to our parent, which decides; handlers are not inherited.
    signal.signal(signal.SIGINT, lambda *_: None)
    signal.signal(signal.SIGHUP, end)
    signal.signal(signal.SIGTERM, end)
    while os.getppid() == parent:
        try:
            return program.wait(timeout=0.5)
        except subprocess.TimeoutExpired:
            continue
    end()
    try:
        return program.wait(timeout=SECONDS_TO_END)
    except subprocess.TimeoutExpired:
        if not is_kernel:
            os.killpg(program.pid, signal.SIGKILL)
        program.kill()
        return program.wait()


if __name__ == "__main__":
    code = main()
    sys.exit(code if code >= 0 else 128 - code)
