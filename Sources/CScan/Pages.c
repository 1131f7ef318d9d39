#include "CScan.h"

#if defined(__linux__)

#include <sys/mman.h>

void cscan_prefer_large_pages(void *start, size_t size) {
  const uintptr_t page = (uintptr_t)2 << 20;
  const uintptr_t from = ((uintptr_t)start + page - 1) & ~(page - 1), to = ((uintptr_t)start + size) & ~(page - 1);
  // A wish; what becomes of it makes no difference but in time.
  if (from < to) (void)madvise((void *)from, to - from, MADV_HUGEPAGE);
}

#else

void cscan_prefer_large_pages(void *start, size_t size) {
  (void)start;
  (void)size;
}

#endif
