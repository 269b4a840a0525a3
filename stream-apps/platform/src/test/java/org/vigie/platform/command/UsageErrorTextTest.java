package org.vigie.platform.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

class UsageErrorTextTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Command(name = "ward", subcommands = PlaybackCommand.class)
    static final class WardCommand {
        @Command(name = "demo")
        void demo() {}

        @Command(name = "ledger")
        void ledger() {}

        @Command(name = "rules")
        void rules() {}
    }

    @Command(name = "play")
    static final class PlaybackCommand implements Runnable {
        @Parameters(paramLabel = "FILE")
        String file = "";

        @Option(names = "--speed")
        double speed = 1;

        @Override
        public void run() {}
    }

    @ParameterizedTest
    @CsvSource({"dmeo, demo", "ledgr, ledger", "ldeger, ledger", "rulse, rules", "paly, play"})
    void aMisspeltCommandIsAnsweredWithTheMostSimilarOne(String typed, String meant) {
        // when
        int code = ward(typed);

        // then
        assertThat(code).isEqualTo(CommandRunner.COULD_NOT);
        assertThat(err)
                .hasToString("ward: unknown command '" + typed + "'\nDid you mean: ward " + meant
                        + "?\n'ward --help' lists what it takes.\n");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aWordThatResemblesNoCommandGetsNoSuggestion() {
        // when
        ward("xylophone");

        // then
        assertThat(err).hasToString("ward: unknown command 'xylophone'\n'ward --help' lists what it takes.\n");
    }

    @Test
    void aMisspeltOptionIsAnsweredWithTheOptionsThatResembleIt() {
        // when
        ward("play", "a.edf", "--sped=2");

        // then
        assertThat(err.toString())
                .startsWith("ward play: Unknown option: '--sped=2'")
                .contains("--speed");
    }

    @Test
    void aWordTooManyOfACommandWithoutCommandsIsNamed() {
        // when
        ward("play", "a.edf", "b.edf");

        // then
        assertThat(err.toString()).contains("ward play: ", "'b.edf'").doesNotContain("unknown command");
    }

    private int ward(String... words) {
        return CommandRunner.of(new WardCommand(), new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(words);
    }
}
