// One function per command; each gives the exit status.
#pragma once

#include "cli/options.hpp"
#include "cli/run.hpp"

namespace migcheck {

int run_check_command(const Environment& environment, const Options& options);
int run_migrations_command(
    const Environment& environment, const Options& options);
int run_lists_command(const Environment& environment, const Options& options);
int run_schema_command(const Environment& environment, const Options& options);
int run_graph_command(const Environment& environment, const Options& options);
int run_cat_command(const Environment& environment, const Options& options);
int run_lock_command(const Environment& environment, const Options& options);
int run_statements_command(
    const Environment& environment, const Options& options);
int run_init_command(const Environment& environment, const Options& options);
int run_explain_command(const Environment& environment, const Options& options);
int run_rules_command(const Environment& environment, const Options& options);

} // namespace migcheck
