#ifndef ALLOCATION_COUNTER_H
#define ALLOCATION_COUNTER_H

#include <stdbool.h>
#include <stdint.h>

/// Whether this program's allocations are counted: with glibc only, whose allocator can be called by another name.
bool allocation_counter_works(void);

/// How often this thread has asked for memory since it began: malloc, calloc, realloc and the aligned ones.
uint64_t allocation_counter_count(void);

/// How many bytes it has asked for.
uint64_t allocation_counter_bytes(void);

#endif
