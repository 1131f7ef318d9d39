// PCRE2 with JIT, one pattern after another over each document. Patterns and text are bytes, so there is no UTF-8 to check,
// which is the fastest way of using it; match data and the JIT's stack are made once.
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "worker.hpp"

int main(int argc, char** argv) {
  worker::Options options = worker::parse(argc, argv);
  double start = worker::clock_seconds(CLOCK_MONOTONIC);
  std::vector<pcre2_code*> codes;
  for (const worker::Pattern& pattern : options.patterns) {
    int error;
    PCRE2_SIZE offset;
    pcre2_code* code = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(pattern.text.data()), pattern.text.size(), 0, &error,
                                     &offset, nullptr);
    if (!code) worker::fail("pattern " + pattern.name + " is not accepted at " + std::to_string(offset));
    if (pcre2_jit_compile(code, PCRE2_JIT_COMPLETE) != 0) worker::fail("no JIT for " + pattern.name);
    codes.push_back(code);
  }
  pcre2_match_data* match = pcre2_match_data_create(16, nullptr);
  pcre2_match_context* context = pcre2_match_context_create(nullptr);
  pcre2_jit_stack_assign(context, nullptr, pcre2_jit_stack_create(32 << 10, 8 << 20, nullptr));
  const PCRE2_SIZE* range = pcre2_get_ovector_pointer(match);
  char version[64];
  pcre2_config(PCRE2_CONFIG_VERSION, version);
  double setup = worker::clock_seconds(CLOCK_MONOTONIC) - start;
  std::string number(version);
  return worker::serve("PCRE2 JIT, one after another", number.substr(0, number.find(' ')), options, setup,
                       [&](std::string_view document) {
                         uint64_t findings = 0;
                         PCRE2_SPTR subject = reinterpret_cast<PCRE2_SPTR>(document.data());
                         for (pcre2_code* code : codes)
                           for (PCRE2_SIZE from = 0; from <= document.size();) {
                             int result =
                                 pcre2_jit_match(code, subject, document.size(), from, PCRE2_NO_UTF_CHECK, match, context);
                             if (result == PCRE2_ERROR_NOMATCH) break;
                             if (result < 0) worker::fail("matching failed with " + std::to_string(result));
                             findings++;
                             from = range[1] > range[0] ? range[1] : range[1] + 1;
                           }
                         return findings;
                       });
}
