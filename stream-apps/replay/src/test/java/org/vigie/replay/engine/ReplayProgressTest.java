package org.vigie.replay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReplayProgressTest {
    private final StringWriter out = new StringWriter();
    private Instant now = Instant.parse("2026-03-01T08:00:00Z");
    private final ReplayProgress progress = new ReplayProgress(new PrintWriter(out), () -> now);

    @BeforeEach
    void begin() {
        progress.begin(1_000);
    }

    @Test
    void recordsThatAreNoLongerKeptAreTold() {
        // when
        progress.warnOfCut(Set.of("vigie.ward.observations.clean"));

        // then
        assertThat(out.toString())
                .startsWith("vigie.ward.observations.clean: records of the start of the period are no longer kept");
    }

    @Test
    void progressIsShownAtMostEveryTwoSeconds() {
        // when
        now = now.plusSeconds(1);
        progress.show(100, 24);
        now = now.plusSeconds(1);
        progress.show(200, 24);
        progress.show(201, 24);

        // then
        assertThat(out).asString().isEqualTo("%s%n".formatted(" 20 %  24 beds, 100 records/s, 8 s left"));
    }

    @Test
    void moreRecordsThanExpectedLeaveNoNegativeTime() {
        // when
        now = now.plusSeconds(10);
        progress.show(1_500, 0);

        // then
        assertThat(out).asString().contains("150 %  150 records/s, 0 s left");
    }

    @Test
    void theEndIsAlwaysShown() {
        // when
        now = now.plusSeconds(1);
        progress.end(1_000, 0);

        // then
        assertThat(out).asString().contains("100 %  1000 records, 1000 records/s");
    }
}
