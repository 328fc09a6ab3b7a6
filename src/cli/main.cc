#include "cli/cli.h"

int main(int argc, char** argv) { return dateline::run_command(argc, argv); }
