package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vigie.access.command.CommandRights;
import org.vigie.platform.command.CommandRunner;
import picocli.CommandLine;

/** Tests that each command has its right, or a reason why it needs none, in one list, and that it asks for a token accordingly. */
class ReadingCommandsTest {
    private final List<CommandLine> commands =
            commands(CommandRunner.of(new VigieCommand())).toList();
    private final CommandRights rights = CommandRights.standard();

    @Test
    void everyCommandIsInTheListOfRights() {
        assertThat(commands)
                .extracting(ReadingCommandsTest::name)
                .containsExactlyInAnyOrderElementsOf(rights.commands());
    }

    @Test
    void aCommandTakesATokenWhenItNeedsARight() {
        assertThat(commands)
                .allSatisfy(each -> assertThat(takesToken(each))
                        .as(name(each))
                        .isEqualTo(rights.right(name(each)).isPresent()));
    }

    private static boolean takesToken(CommandLine command) {
        return command.getCommandSpec().optionsMap().containsKey("--token-file");
    }

    private static String name(CommandLine command) {
        return command.getCommandSpec().qualifiedName().replaceFirst("^vigie ", "");
    }

    private static Stream<CommandLine> commands(CommandLine command) {
        Stream<CommandLine> below = command.getSubcommands().values().stream().flatMap(ReadingCommandsTest::commands);
        return isRun(command.getCommandSpec().userObject()) ? Stream.concat(Stream.of(command), below) : below;
    }

    private static boolean isRun(Object command) {
        return command instanceof Runnable || command instanceof Callable || command instanceof Method;
    }
}
