package org.vigie.platform.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

class CommandRunnerTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Command(name = "sample")
    private static final class FailingSampleCommand implements Callable<Integer> {
        private final Optional<Exception> failure;

        @Option(names = "--zone")
        ZoneId zone = ZoneId.of("UTC");

        @Option(names = "--for")
        Duration length = Duration.ZERO;

        FailingSampleCommand(Optional<Exception> failure) {
            this.failure = failure;
        }

        @Override
        public Integer call() throws Exception {
            if (failure.isPresent()) {
                throw failure.get();
            }
            return zone.getId().equals("UTC") ? CommandRunner.NO : CommandRunner.DONE;
        }
    }

    @Test
    void theAnswerOfACommandIsItsExitCode() {
        assertThat(run(Optional.empty())).isEqualTo(CommandRunner.NO);
        assertThat(run(Optional.empty(), "--zone", "Europe/Paris")).isEqualTo(CommandRunner.DONE);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aFailureIsOneSentenceWithoutAStackTrace() {
        // when
        int code = run(Optional.of(new IllegalStateException("no broker answers at 127.0.0.1:1")));

        // then
        assertThat(code).isEqualTo(CommandRunner.COULD_NOT);
        assertThat(err.toString()).isEqualToIgnoringNewLines("sample: no broker answers at 127.0.0.1:1");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void theCauseOfAFailureOnAnotherThreadIsTold() {
        // given
        var cause = new IllegalStateException("the registry is away");

        // when
        run(Optional.of(new ExecutionException(new CompletionException(cause))));

        // then
        assertThat(err.toString()).isEqualToIgnoringNewLines("sample: the registry is away");
    }

    @Test
    void aFaultOfTheProgramShowsWhereItHappened() {
        // when
        run(Optional.of(new NullPointerException()));

        // then
        assertThat(err.toString()).contains("sample: NullPointerException", "\tat org.vigie.platform.command");
    }

    @Test
    void anUnknownOptionIsRefusedWithTheOneThatWasMeant() {
        assertThat(run(Optional.empty(), "--zoen", "UTC")).isEqualTo(CommandRunner.COULD_NOT);
        assertThat(err.toString()).contains("sample: Unknown option", "--zone", "'sample --help' lists what it takes");
    }

    @Test
    void anUnknownTimeZoneIsRefusedWithAnExample() {
        assertThat(run(Optional.empty(), "--zone", "Paris")).isEqualTo(CommandRunner.COULD_NOT);
        assertThat(err.toString()).contains("--zone", "must be a time zone like Europe/Paris, was 'Paris'");
    }

    @ParameterizedTest
    @CsvSource({"90s,PT90S", "5m,PT5M", "1h,PT1H", "PT24H,PT24H", "P2D,P2D"})
    void aDurationIsReadInItsShortFormAndAsIso8601(String text, Duration expected) {
        // given
        var command = new FailingSampleCommand(Optional.empty());

        // when
        FailingSampleCommand parsed = CommandRunner.parsed(command, "--for", text);

        // then
        assertThat(parsed.length).isEqualTo(expected);
    }

    @Test
    void whatIsNoDurationIsRefusedWithExamples() {
        assertThat(run(Optional.empty(), "--for", "tomorrow")).isEqualTo(CommandRunner.COULD_NOT);
        assertThat(err.toString()).contains("--for", "must be a duration such as 90s, 5m, 1h or PT24H, was 'tomorrow'");
    }

    private int run(Optional<Exception> failure, String... arguments) {
        return CommandRunner.of(
                        new FailingSampleCommand(failure), new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(arguments);
    }
}
