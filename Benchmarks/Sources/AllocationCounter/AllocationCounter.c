// The executable's own malloc, which every library it loads is bound to as well: that is how the dynamic linker resolves
// a symbol that an executable defines. Each function counts and hands on to glibc's, so memory from before or from
// elsewhere can be freed as ever.

#include "AllocationCounter.h"

#include <errno.h>
#include <features.h>
#include <stddef.h>

// Thread-local storage of an executable exists before its thread runs: reading it never allocates.
static __thread uint64_t count;
static __thread uint64_t bytes;

uint64_t allocation_counter_count(void) { return count; }
uint64_t allocation_counter_bytes(void) { return bytes; }

#ifdef __GLIBC__

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);
extern void __libc_free(void *);

static inline void counted(size_t size) {
  count += 1;
  bytes += size;
}

void *malloc(size_t size) {
  counted(size);
  return __libc_malloc(size);
}

void *calloc(size_t number, size_t size) {
  counted(number * size);
  return __libc_calloc(number, size);
}

void *realloc(void *old, size_t size) {
  counted(size);
  return __libc_realloc(old, size);
}

void *memalign(size_t alignment, size_t size) {
  counted(size);
  return __libc_memalign(alignment, size);
}

void *aligned_alloc(size_t alignment, size_t size) {
  counted(size);
  return __libc_memalign(alignment, size);
}

int posix_memalign(void **result, size_t alignment, size_t size) {
  if (alignment % sizeof(void *) != 0 || (alignment & (alignment - 1)) != 0 || alignment == 0) return EINVAL;
  counted(size);
  void *memory = __libc_memalign(alignment, size);
  if (memory == NULL) return ENOMEM;
  *result = memory;
  return 0;
}

void free(void *memory) { __libc_free(memory); }

bool allocation_counter_works(void) { return true; }

#else

bool allocation_counter_works(void) { return false; }

#endif
