package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Tests that each command that shows or takes away readings of patients asks who reads. */
class ReadingCommandsTest {
    @Test
    void eachCommandThatReadsPatientsTakesAToken() {
        assertThat(leaves(CliReferenceTest.frontDoor()))
                .filteredOn(each -> each.getCommandSpec().optionsMap().containsKey("--token-file"))
                .extracting(each -> each.getCommandSpec().qualifiedName())
                .containsExactlyInAnyOrder(
                        "vigie board",
                        "vigie export",
                        "vigie archive",
                        "vigie ledger export",
                        "vigie alarms report",
                        "vigie verify score",
                        "vigie verify alert");
    }

    private static Stream<CommandLine> leaves(CommandLine command) {
        var subcommands = command.getSubcommands().values();
        return subcommands.isEmpty() ? Stream.of(command) : subcommands.stream().flatMap(ReadingCommandsTest::leaves);
    }
}
