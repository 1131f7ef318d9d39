// Hyperscan in block mode, all patterns in one database; with --starts it reports where a match begins as well.
#include <hs/hs.h>

#include "worker.hpp"

namespace {

struct Count {
  uint64_t findings = 0;
  bool starts = false;
  std::vector<unsigned long long> last;
};

// Hyperscan reports every end that a pattern can have. Where starts are known, ends of one start count once.
int on_match(unsigned id, unsigned long long from, unsigned long long, unsigned, void* context) {
  Count& count = *static_cast<Count*>(context);
  if (count.starts) {
    if (count.last[id] == from) return 0;
    count.last[id] = from;
  }
  count.findings++;
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  worker::Options options = worker::parse(argc, argv);
  double start = worker::clock_seconds(CLOCK_MONOTONIC);
  std::vector<const char*> expressions;
  std::vector<unsigned> flags, ids;
  for (const worker::Pattern& pattern : options.patterns) {
    ids.push_back(expressions.size());
    expressions.push_back(pattern.text.c_str());
    flags.push_back(options.starts ? HS_FLAG_SOM_LEFTMOST : 0);
  }
  hs_database_t* database = nullptr;
  hs_compile_error_t* error = nullptr;
  if (hs_compile_multi(expressions.data(), flags.data(), ids.data(), expressions.size(), HS_MODE_BLOCK, nullptr, &database,
                       &error) != HS_SUCCESS)
    worker::fail(std::string("pattern ") + (error->expression < 0 ? "?" : options.patterns[error->expression].name) + ": " +
                 error->message);
  hs_scratch_t* scratch = nullptr;
  if (hs_alloc_scratch(database, &scratch) != HS_SUCCESS) worker::fail("no scratch space");
  Count count;
  count.starts = options.starts;
  double setup = worker::clock_seconds(CLOCK_MONOTONIC) - start;
  std::string version = hs_version();
  return worker::serve(options.starts ? "Hyperscan with start offsets" : "Hyperscan, ends only",
                       version.substr(0, version.find(' ')), options, setup, [&](std::string_view document) {
                         count.findings = 0;
                         count.last.assign(options.patterns.size(), ~0ull);
                         if (hs_scan(database, document.data(), document.size(), 0, scratch, on_match, &count) != HS_SUCCESS)
                           worker::fail("the scan failed");
                         return count.findings;
                       });
}
