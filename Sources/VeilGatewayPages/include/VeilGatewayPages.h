/// The pages and documents that the gateway serves, embedded in the binary. The bytes live as long as the process and
/// are not terminated by zero.
#ifndef VEIL_GATEWAY_PAGES_H
#define VEIL_GATEWAY_PAGES_H

#include <stddef.h>
#include <stdint.h>

/// The page on which text is tried: `/`.
const uint8_t *_Nonnull veil_page_index(size_t *_Nonnull count);

/// The page that shows the API: `/docs`.
const uint8_t *_Nonnull veil_page_docs(size_t *_Nonnull count);

/// OpenAPI 3.1 document: `/openapi.json`.
const uint8_t *_Nonnull veil_page_openapi(size_t *_Nonnull count);

#endif
