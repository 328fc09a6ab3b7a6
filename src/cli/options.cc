#include "cli/options.h"

#include <charconv>
#include <functional>
#include <map>

namespace dateline {
namespace {

Result<int> whole_number(const std::string& flag, const std::string& text) {
  int value = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < 0) {
    return Error{ErrorCode::invalid_input, flag + " takes a whole number, not '" + text + "'", ""};
  }
  return value;
}

std::map<std::string, bool*> switches(Options& o) {
  return {{"--json", &o.json},     {"--quiet", &o.quiet}, {"--plain", &o.plain},
          {"--tokens", &o.tokens}, {"--text", &o.text},   {"--why", &o.why},
          {"--help", &o.help},     {"-h", &o.help},       {"--version", &o.version}};
}

std::map<std::string, std::string*> values(Options& o) {
  return {{"--db", &o.db},
          {"--resources", &o.resources},
          {"-o", &o.output},
          {"--from", &o.from},
          {"--to", &o.to},
          {"--as-of", &o.as_of},
          {"--about", &o.about},
          {"--type", &o.type},
          {"--by", &o.by},
          {"--of", &o.of},
          {"--outlet", &o.given.outlet},
          {"--url", &o.given.url},
          {"--published", &o.given.published},
          {"--language", &o.given.language},
          {"--host", &o.host}};
}

}  // namespace

Result<Options> parse_options(const std::vector<std::string>& arguments) {
  Options options;
  auto on_off = switches(options);
  auto texts = values(options);
  std::map<std::string, int*> numbers = {{"--limit", &options.limit},
                                         {"--jobs", &options.jobs},
                                         {"--port", &options.port},
                                         {"--every", &options.every},
                                         {"--times", &options.times}};
  for (size_t i = 0; i < arguments.size(); ++i) {
    const std::string& word = arguments[i];
    if (word == "-" || !word.starts_with('-')) {
      if (options.command.empty())
        options.command = word;
      else
        options.words.push_back(word);
    } else if (auto found = on_off.find(word); found != on_off.end()) {
      *found->second = true;
    } else if (texts.contains(word) || numbers.contains(word)) {
      if (++i == arguments.size()) return Error{ErrorCode::invalid_input, word + " needs a value", ""};
      if (texts.contains(word)) {
        *texts[word] = arguments[i];
      } else {
        TRY(*numbers[word], whole_number(word, arguments[i]));
      }
    } else {
      return Error{ErrorCode::invalid_input, "no option '" + word + "'", ""};
    }
  }
  return options;
}

}  // namespace dateline
