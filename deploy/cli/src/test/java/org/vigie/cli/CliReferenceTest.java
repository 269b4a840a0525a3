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

/** {@code docs/cli.md} is what {@code --help} says of every command. */
class CliReferenceTest {
    private static final Path PAGE = Path.of(System.getProperty("vigie.repository"), "docs", "cli.md");
    private static final String HEAD = """
            # Commands
            Every command of `./vigie`, as `--help` prints it. Exit code 0: done; 1: the answer is no; 2: it could not be done. Errors go to
            standard error. This page is generated: `./mvnw -pl deploy/cli -am test -Dtest=CliReferenceTest -Dvigie.write.docs=true`.
            """;

    @Test
    void thePageIsWhatHelpSays() throws IOException {
        String page = HEAD + described(frontDoor());

        if (Boolean.getBoolean("vigie.write.docs")) {
            Files.writeString(PAGE, page);
        }

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
