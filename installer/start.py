"""Where a bundle begins."""

import sys

from syncdesk.__main__ import main

sys.exit(main())
