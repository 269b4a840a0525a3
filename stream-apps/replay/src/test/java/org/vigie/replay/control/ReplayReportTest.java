package org.vigie.replay.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.PartitionPeriod;
import org.vigie.replay.namespace.ReplayNamespace;
import org.vigie.schemas.ReplayControl;
import org.vigie.schemas.ReplayControlAction;
import org.vigie.schemas.ReplayState;
import org.vigie.schemas.ReplayStatus;

class ReplayReportTest {
    private static final Instant FROM = Instant.parse("2026-03-01T08:00:00Z");
    private static final Instant WALL = Instant.parse("2026-03-02T08:00:00Z");
    private static final PartitionPeriod PERIOD = new PartitionPeriod(FROM, FROM.plusSeconds(3_600));

    private final ReplayPace pace = new ReplayPace(PERIOD, new ReplaySpeed(10), true);
    private final ReplayReport report =
            new ReplayReport(new ReplayNamespace("study-7", KafkaConnectionConfig.defaults()), PERIOD, pace);

    @Test
    void theWarmUpIsNamedUntilThePeriodBegins() {
        // when
        ReplayState before = report.status(WALL).getState();
        report.beginPeriod();
        // then
        assertThat(before).isEqualTo(ReplayState.WARMING_UP);
        assertThat(report.status(WALL).getState()).isEqualTo(ReplayState.PAUSED);
    }

    @Test
    void theStatusNamesNamespaceWardTimeSpeedAndShare() {
        // given
        report.read(30, 120, 24);
        // when
        ReplayStatus status = report.status(WALL);
        // then
        assertThat(status.getNamespace()).isEqualTo("study-7");
        assertThat(status.getWard()).isEqualTo("ward");
        assertThat(status.getPosition()).isEqualTo(FROM);
        assertThat(status.getSpeed()).isEqualTo(10);
        assertThat(status.getShare()).isEqualTo(0.25);
        assertThat(new ReplayStatusText(status))
                .hasToString("study-7: warming up at 2026-03-01T08:00:00Z of 2026-03-01T08:00:00Z to"
                        + " 2026-03-01T09:00:00Z, speed 10; 24 beds, 30 records, 25 %");
    }

    @Test
    void aRequestIsAnsweredByItsIdentifier() {
        // given
        report.beginPeriod();
        ReplayControl asked = controls().parse(ReplayControlAction.SEEK, "2026-03-01T08:30:00Z");
        // when
        report.answer(asked);
        // then
        ReplayStatus status = report.status(WALL);
        assertThat(status.getAnswers()).isEqualTo(asked.getControl());
        assertThat(status.getRefusal()).isNull();
        assertThat(status.getState()).isEqualTo(ReplayState.SEEKING);
        assertThat(status.getSeekTo()).isEqualTo(FROM.plusSeconds(1_800));
    }

    @Test
    void aReplayThatDoesNotWaitIsWhereItsResultsAre() throws Exception {
        // given
        report.beginPeriod();
        report.answer(controls().parse(ReplayControlAction.SEEK, "2026-03-01T08:30:00Z"));
        pace.await(FROM.plusSeconds(1_000));
        // when
        report.evaluated(FROM.plusSeconds(900));
        // then
        assertThat(report.status(WALL).getPosition()).isEqualTo(FROM.plusSeconds(900));
    }

    @Test
    void aRefusedRequestIsAnsweredWithTheReasonAndChangesNothing() {
        // given
        report.beginPeriod();
        // when
        report.answer(controls().parse(ReplayControlAction.SEEK, "2026-03-01T07:00:00Z"));
        // then
        assertThat(report.status(WALL).getRefusal()).startsWith("seek: must be after");
        assertThat(report.status(WALL).getState()).isEqualTo(ReplayState.PAUSED);
    }

    @Test
    void theEndOfThePeriodIsNoStopBeforeIt() {
        // when
        report.end(ReplayState.ENDED);
        report.end(ReplayState.STOPPED);
        // then
        assertThat(report.status(WALL).getState()).isEqualTo(ReplayState.ENDED);
        assertThat(report.status(WALL).getPosition()).isEqualTo(PERIOD.to());
        assertThat(report.status(WALL).getShare()).isEqualTo(1);
    }

    private static ReplayControls controls() {
        return new ReplayControls("anne", WALL);
    }
}
