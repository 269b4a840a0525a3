package org.vigie.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Describes a command that the script {@code ./vigie} runs itself, for the help and for shell completion. */
abstract class ScriptCommand implements Runnable {
    @Spec
    CommandSpec spec;

    @Override
    public void run() {
        throw new IllegalStateException("The script runs this command: ./" + spec.qualifiedName());
    }

    /** Runs on a class path of its own, which holds the peers. */
    @Command(
            name = "bench",
            description = "Measures one part beside a named peer; './vigie bench --help' lists the benchmarks.")
    static final class BenchScript extends ScriptCommand {}

    /** Names the command of the script that builds Vigie. */
    @Command(name = "build", description = "Builds Vigie without running its tests.")
    static final class BuildScript extends ScriptCommand {}

    /** Names the command of the script that builds Vigie and runs all tests. */
    @Command(name = "test", description = "Builds Vigie and runs every test, the browser ones too.")
    static final class TestScript extends ScriptCommand {}
}
