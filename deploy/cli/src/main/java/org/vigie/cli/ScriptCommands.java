package org.vigie.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The commands that the script {@code ./vigie} runs itself; they stand here for the help and for completion. */
final class ScriptCommands {
    private ScriptCommands() {}

    private abstract static class ScriptCommand implements Runnable {
        @Spec
        CommandSpec spec;

        @Override
        public void run() {
            throw new IllegalStateException("is run by the script: ./" + spec.qualifiedName());
        }
    }

    /** On a class path of its own, where its peers are. */
    @Command(
            name = "bench",
            description = "Measures one part beside a named peer; './vigie bench --help' lists the benchmarks.")
    static final class BenchScript extends ScriptCommand {}

    @Command(name = "build", description = "Builds Vigie without running its tests.")
    static final class BuildScript extends ScriptCommand {}

    @Command(name = "test", description = "Builds Vigie and runs every test, the browser ones too.")
    static final class TestScript extends ScriptCommand {}
}
