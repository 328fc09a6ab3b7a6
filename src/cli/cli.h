// The command line: flags in, text or JSON out, exit status of the contract.
#pragma once

namespace dateline {

int run_command(int argc, char** argv);

}  // namespace dateline
