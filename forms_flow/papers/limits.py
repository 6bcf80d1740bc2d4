"""The numbers of one printing, in one place for the parent and the child process. Imports nothing."""

MEGABYTE = 1024 * 1024
MEMORY = 1024 * MEGABYTE
CPU_SECONDS = 40
#: A busy machine is slow to print; nobody waits longer than this.
WALL_SECONDS = 90
#: The printer unpacks its letters into files of its own folder, and writes nothing else.
LARGEST_FILE = 4 * MEGABYTE
#: How long a page waits for its turn while others print.
TURN_SECONDS = 20
