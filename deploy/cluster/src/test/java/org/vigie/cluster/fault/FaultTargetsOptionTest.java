package org.vigie.cluster.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Tests which processes {@code --targets} chooses. */
class FaultTargetsOptionTest {
    @Test
    void anAppIsEachOfItsProcesses() {
        // when, then
        assertThat(parsed("--targets", "alert-streams,vitals-streams-2").processes())
                .containsExactly("alert-streams-1", "alert-streams-2", "vitals-streams-2");
    }

    @Test
    void withoutTheOptionEveryProcessIsATarget() {
        // when, then
        assertThat(parsed().processes()).hasSizeGreaterThan(15).contains("broker-1", "store", "station");
    }

    @Test
    void anUnknownProcessIsRefusedWithTheNamesOfAll() {
        // given
        FaultTargetsOption option = parsed("--targets", "stations");

        // when, then
        assertThatThrownBy(option::processes)
                .hasMessageContaining("--targets: unknown process 'stations'")
                .hasMessageContaining("station, ");
    }

    private static FaultTargetsOption parsed(String... arguments) {
        var command = new FaultsCommand();
        new CommandLine(command).parseArgs(arguments);
        return command.targets;
    }
}
