package org.vigie.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs commands that print a secret, and some that do not. */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class CommandOutputTest {
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Duration SHORT = Duration.ofSeconds(1);

    @TempDir
    Path folder;

    @Test
    void theSecretIsReadWithoutTheSpacesAroundIt() {
        assertThat(new CommandOutput("echo ' s3cret '", LONG).read()).hasValue("s3cret");
    }

    @Test
    void moreThanAPipeHoldsIsRead() {
        assertThat(new CommandOutput("head -c 200000 /dev/zero | tr '\\0' 'x'", LONG).read())
                .hasValueSatisfying(text -> assertThat(text).hasSize(200_000));
    }

    @Test
    void noSecretIsNoValue() {
        assertThat(new CommandOutput("true", LONG).read()).isEmpty();
        assertThat(new CommandOutput("echo '  '", LONG).read()).isEmpty();
        assertThat(new CommandOutput("echo s3cret; exit 3", LONG).read()).isEmpty();
        assertThat(new CommandOutput("head -c 2000000 /dev/zero | tr '\\0' 'x'", LONG).read())
                .isEmpty();
    }

    @Test
    void aCommandThatDoesNotEndIsEndedWithItsChildren() throws Exception {
        // given
        Path child = folder.resolve("child");
        String command = "sh -c 'echo $$ > " + child + "; exec sleep 600' 2> /dev/null; echo late";

        // when: after a second, or after longer where the child had not begun by then
        Duration patience = SHORT;
        var printed = new CommandOutput(command, patience).read();
        while (Files.notExists(child) || Files.readString(child).isBlank()) {
            patience = patience.multipliedBy(2);
            printed = new CommandOutput(command, patience).read();
        }

        // then
        assertThat(printed).isEmpty();
        ProcessHandle.of(Long.parseLong(Files.readString(child).strip()))
                .ifPresent(left -> left.onExit().orTimeout(10, TimeUnit.MINUTES).join());
    }

    /** The command prints the number of a process that it leaves behind, with the command's output open. */
    @Test
    void aProcessThatIsLeftBehindDoesNotHoldTheSecretBack() {
        // when
        var printed = new CommandOutput("sleep 600 2> /dev/null & echo $!", LONG).read();

        // then
        ProcessHandle left =
                ProcessHandle.of(Long.parseLong(printed.orElseThrow())).orElseThrow();
        assertThat(left.isAlive()).isTrue();
        left.destroyForcibly();
    }
}
