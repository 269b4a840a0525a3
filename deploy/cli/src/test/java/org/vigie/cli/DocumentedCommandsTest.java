package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Tests that every command on every page of the repository is accepted. */
class DocumentedCommandsTest {
    private static final Path ROOT = Path.of(System.getProperty("vigie.repository"));

    @Test
    void everyDocumentedCommandIsUnderstood() throws IOException {
        // given
        CommandLine frontDoor = CliReferenceTest.frontDoor();
        List<DocumentedCommand> commands = documented();

        // when
        List<String> refused = commands.stream()
                .map(command -> command.refusal(frontDoor))
                .flatMap(Optional::stream)
                .toList();

        // then
        assertThat(refused).isEmpty();
        assertThat(commands).hasSizeGreaterThan(150);
        assertThat(commands).filteredOn(DocumentedCommand::isOutline).hasSizeBetween(10, 60);
    }

    @Test
    void theReadmeNamesEveryCommand() throws IOException {
        // given
        String readme = Files.readString(ROOT.resolve("README.md"));

        // when, then
        assertThat(CliReferenceTest.frontDoor().getSubcommands().keySet())
                .allSatisfy(command -> assertThat(readme).contains("./vigie " + command));
    }

    private static List<DocumentedCommand> documented() throws IOException {
        List<DocumentedCommand> commands = new ArrayList<>();
        for (Path page : pages()) {
            commands.addAll(DocumentedCommand.in(ROOT.relativize(page), Files.readString(page)));
        }
        return commands;
    }

    /** All pages but the one of the commands, which is generated from the commands themselves. */
    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        for (String folder : List.of("docs", "model-server/models")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
                pages.addAll(
                        files.filter(file -> file.toString().endsWith(".md")).toList());
            }
        }
        pages.remove(ROOT.resolve("docs/cli.md"));
        Stream.of("README.md", "CHANGELOG.md", "CONTRIBUTING.md")
                .map(ROOT::resolve)
                .forEach(pages::add);
        return pages;
    }
}
