package org.vigie.bench.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.vigie.platform.command.CommandRunner;

class PageBenchCommandTest {
    /** Any program takes the place of the browser: none is started. */
    private static final String PROGRAM =
            ProcessHandle.current().info().command().orElseThrow();

    @Test
    void theBenchMeasuresAHundredBedsOnTwoPagesByDefault() {
        assertThat(bench("--chromium", PROGRAM))
                .isEqualTo(new PageBench(100, 2, Duration.ofSeconds(30), Duration.ofSeconds(60), Path.of(PROGRAM)));
    }

    @Test
    void whatCannotBeMeasuredIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bench("--beds", "0", "--chromium", PROGRAM))
                .withMessage("beds: must be 1 or more, was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bench("--pages", "0", "--chromium", PROGRAM))
                .withMessage("pages: must be 1 or more, was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bench("--seconds", "0", "--chromium", PROGRAM))
                .withMessage("seconds: must be 1 or more, was PT0S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bench("--chromium", "/nothing/chromium"))
                .withMessage("chromium: must be a program; install Chromium, was /nothing/chromium");
    }

    private static PageBench bench(String... arguments) {
        return CommandRunner.parsed(new PageBenchCommand(), arguments).bench();
    }
}
