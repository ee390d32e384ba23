"""According To: from a pile of press articles to an auditable ledger and a sourced brief.

The Python API has the verbs of the command line: `annotate`, `brief`, `read`, `verify`, `compare_names`.
"""

import os

os.environ.setdefault(
    "OPENBLAS_NUM_THREADS", "1"
)  # before numpy: its small products gain nothing from threads, which spin

from .api import annotate, brief, compare_names, read, verify

__version__ = "0.1.0"
__all__ = ["annotate", "brief", "compare_names", "read", "verify"]
