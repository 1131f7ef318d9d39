// The worker's side of the protocol, for the engines in C and C++: see ../../README.md.
#pragma once
#include <time.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace worker {

inline double clock_seconds(clockid_t clock) {
  timespec now;
  clock_gettime(clock, &now);
  return now.tv_sec + now.tv_nsec * 1e-9;
}

[[noreturn]] inline void fail(const std::string& message) {
  std::cerr << message << "\n";
  std::exit(1);
}

struct Pattern {
  std::string name, text;
};

struct Options {
  std::vector<Pattern> patterns;
  std::string text;
  std::vector<std::string_view> documents;  // of `text`
  bool starts = false;
};

inline std::string read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) fail("cannot read " + path);
  std::stringstream content;
  content << file.rdbuf();
  return content.str();
}

/// Pieces of at most `size` bytes; a cut inside a character is moved back to where that begins.
inline std::vector<std::string_view> cut(std::string_view text, size_t size) {
  if (size == 0) return {text};
  std::vector<std::string_view> documents;
  while (!text.empty()) {
    size_t end = size < text.size() ? size : text.size();
    if (end < text.size())
      while (end > 0 && (text[end] & 0xC0) == 0x80) end--;
    if (end == 0) end = size < text.size() ? size : text.size();
    documents.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return documents;
}

/// --patterns FILE (a line for each: name, tab, pattern) --file FILE [--count N] [--document-size N] [--bytes N] [--starts]
inline Options parse(int count, char** arguments) {
  Options options;
  size_t document_size = 0, bytes = SIZE_MAX, patterns = SIZE_MAX;
  std::string patterns_path, path;
  for (int i = 1; i < count; i++) {
    std::string name = arguments[i];
    if (name == "--starts") {
      options.starts = true;
      continue;
    }
    if (i + 1 == count) fail("no value for " + name);
    std::string value = arguments[++i];
    if (name == "--patterns") patterns_path = value;
    else if (name == "--file") path = value;
    else if (name == "--count") patterns = std::stoul(value);
    else if (name == "--document-size") document_size = std::stoul(value);
    else if (name == "--bytes") bytes = std::stoul(value);
    else fail("unknown option " + name);
  }
  std::istringstream lines(read(patterns_path));
  for (std::string line; std::getline(lines, line) && options.patterns.size() < patterns;) {
    size_t tab = line.find('\t');
    if (tab != std::string::npos) options.patterns.push_back({line.substr(0, tab), line.substr(tab + 1)});
  }
  options.text = read(path);
  if (options.text.size() > bytes) {
    options.text.resize(bytes);
    size_t end = options.text.rfind('\n');
    if (end != std::string::npos) options.text.resize(end + 1);
  }
  options.documents = cut(options.text, document_size);
  return options;
}

/// Says that it is ready, then answers each `go` with one pass over all documents. `scan` returns a document's findings.
template <typename Scan>
int serve(const char* name, const std::string& version, const Options& options, double setup, Scan scan) {
  printf("{\"ready\": true, \"name\": \"%s\", \"version\": \"%s\", \"setup_s\": %.4f}\n", name, version.c_str(), setup);
  fflush(stdout);
  for (std::string line; std::getline(std::cin, line) && line == "go";) {
    double wall = clock_seconds(CLOCK_MONOTONIC), cpu = clock_seconds(CLOCK_PROCESS_CPUTIME_ID);
    uint64_t findings = 0;
    for (std::string_view document : options.documents) findings += scan(document);
    cpu = clock_seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu;
    wall = clock_seconds(CLOCK_MONOTONIC) - wall;
    printf("{\"seconds\": %.9f, \"wall\": %.9f, \"findings\": %llu, \"bytes\": %zu}\n", cpu, wall,
           static_cast<unsigned long long>(findings), options.text.size());
    fflush(stdout);
  }
  return 0;
}

}  // namespace worker
