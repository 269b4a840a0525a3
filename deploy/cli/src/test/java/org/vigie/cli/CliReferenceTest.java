package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.vigie.bench.BenchCommand;
import org.vigie.platform.command.CommandRunner;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Tests that {@code docs/cli.md} holds the help of every command. */
class CliReferenceTest {
    private static final Path PAGE = Path.of(System.getProperty("vigie.repository"), "docs", "cli.md");
    private static final String HEAD = """
            # Commands
            This page lists every command of `./vigie` as `--help` prints it.

            - **Exit code** 0: done; 1: the answer is no; 2: it could not be done. Errors go to standard error.
            - **`--json`** prints the answer as JSON. Standard output then holds JSON and nothing else; progress goes to standard error.
            - **Shell completion:** `source <(./vigie generate-completion)` completes commands and options in bash and zsh until the shell ends.
              For every shell, write the output to a file and source it from `~/.bashrc`: `./vigie generate-completion > ~/.vigie-completion`.
            - **Memory and JVM options:** `VIGIE_HEAP=2g` sets the heap of any command, `VIGIE_JAVA_OPTIONS` adds options of the JVM.

            The page is generated: `./mvnw -pl deploy/cli -am test -Dtest=CliReferenceTest -Dvigie.write.docs=true`.
            """;

    @Test
    void thePageEqualsTheHelpOfTheCommands() throws IOException {
        // given
        String page = HEAD + described(frontDoor());

        if (Boolean.getBoolean("vigie.write.docs")) {
            Files.writeString(PAGE, page);
        }

        // when, then
        assertThat(page).isEqualTo(Files.readString(PAGE));
    }

    /** All commands, with the benchmarks, which are started on a class path of their own. */
    static CommandLine frontDoor() {
        var nowhere = new PrintWriter(new StringWriter());
        CommandLine line = CommandRunner.of(new VigieCommand(), nowhere, nowhere);
        line.getCommandSpec().removeSubcommand("bench");
        line.addSubcommand(CommandRunner.of(new BenchCommand(), nowhere, nowhere));
        return line;
    }

    private static String described(CommandLine line) {
        var text = new StringBuilder();
        text.append("\n## ").append(line.getCommandSpec().qualifiedName()).append("\n```\n");
        text.append(line.getUsageMessage(Ansi.OFF).stripTrailing()).append("\n```\n");
        line.getSubcommands().values().stream()
                .filter(each ->
                        each.getCommandSpec().userObject().getClass().getName().startsWith("org.vigie")
                                || each.getCommandSpec().userObject() instanceof java.lang.reflect.Method)
                .forEach(each -> text.append(described(each)));
        return text.toString();
    }
}
