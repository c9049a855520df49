"""Runs one command and prints its seconds, its peak memory in MB and its exit code. Used by the benchmark.

A small process of its own, because a new process inherits the largest memory of the one it was born from.
"""

import os
import subprocess
import sys
import time

began = time.perf_counter()
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
_, status, usage = os.wait4(process.pid, 0)
seconds = time.perf_counter() - began
unit = 1024 * 1024 if sys.platform == "darwin" else 1024
print(seconds, usage.ru_maxrss / unit, os.waitstatus_to_exitcode(status))
