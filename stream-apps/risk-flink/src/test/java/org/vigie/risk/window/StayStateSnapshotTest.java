package org.vigie.risk.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.streaming.util.OperatorSnapshotUtil;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.Window;
import org.vigie.testing.story.BedStory;
import org.vigie.testing.story.WardStory;

/**
 * Tests that the step window continues from the checkpointed state of every release as if it had never stopped.
 *
 * <p>The state of a release is written once, before its first change: {@code -Dvigie.write.state=true}, into a file of a new name.
 */
class StayStateSnapshotTest {
    private static final Path RELEASED = Path.of("src/test/resources/org/vigie/risk/window/stay-state-0.1.0.snapshot");

    private final BedStory known = new WardStory().bed("REA/01", "stay-1");
    private final BedStory early = new WardStory().bed("REA/02", "stay-2");

    @Test
    void aWindowAfterARestoreOfRelease010IsThatOfAnUninterruptedRun() throws Exception {
        // given
        if (Boolean.getBoolean("vigie.write.state")) {
            write();
        }
        List<Window> expected;
        CleanObservation[] later;
        try (var uninterrupted = new WindowHarness()) {
            begin(uninterrupted);
            later = new CleanObservation[] {
                known.at("PT2H").kept("spo2", 95).clean(),
                early.at("PT2H").kept("hr", 70).clean()
            };
            expected = goOn(uninterrupted, later);
        }

        // when
        List<Window> restored;
        try (var harness = new WindowHarness(OperatorSnapshotUtil.readStateHandle(RELEASED.toString()))) {
            restored = goOn(harness, later);
        }

        // then
        assertThat(expected).isNotEmpty();
        assertThat(restored).isEqualTo(expected);
    }

    private static void write() throws Exception {
        Files.createDirectories(RELEASED.getParent());
        var other = new StayStateSnapshotTest();
        try (var harness = new WindowHarness()) {
            other.begin(harness);
            OperatorSnapshotUtil.writeStateHandle(harness.snapshot(), RELEASED.toString());
        }
    }

    /** Two stays: one with its admission, hours and a sent window, one whose admission is not known yet. */
    private void begin(WindowHarness ward) throws Exception {
        ward.know(known.admission());
        ward.observe(
                known.at("PT10S").kept("hr", 80).clean(),
                known.at("PT11S").kept("hr", 90).clean(),
                early.at("PT12S").kept("spo2", 91).clean(),
                known.at("PT1H10S").kept("temp", 38.5).clean());
        var unused = ward.until("PT1H20S");
        ward.observe(known.at("PT1H30S").kept("hr", 100).clean());
    }

    private List<Window> goOn(WindowHarness ward, CleanObservation... later) throws Exception {
        ward.know(early.admission());
        ward.observe(later);
        return ward.until("PT3H");
    }
}
