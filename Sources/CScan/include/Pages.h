// Memory in large pages.

#ifndef VEIL_PAGES_H
#define VEIL_PAGES_H

#include <stddef.h>

/// Asks the system to map what lies there in large pages when it is first written to, if it has such.
void cscan_prefer_large_pages(void *start, size_t size);

#endif
