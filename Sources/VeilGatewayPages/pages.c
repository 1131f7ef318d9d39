#include "VeilGatewayPages.h"

// `#embed` is C23; clang has it in every mode and only says so.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const uint8_t index_page[] = {
#embed "pages/index.html"
};

static const uint8_t docs_page[] = {
#embed "pages/docs.html"
};

static const uint8_t openapi[] = {
#embed "pages/openapi.json"
};

const uint8_t *veil_page_index(size_t *count) {
  *count = sizeof index_page;
  return index_page;
}

const uint8_t *veil_page_docs(size_t *count) {
  *count = sizeof docs_page;
  return docs_page;
}

const uint8_t *veil_page_openapi(size_t *count) {
  *count = sizeof openapi;
  return openapi;
}
