package org.vigie.signal.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.signal.earlywarning.SaturationScale;

/** Tests when another triage is displayed. */
class DisplayedTriageTest {
    private static final Instant AT = Instant.parse("2026-03-01T08:00:00Z");

    private final DisplayedTriage urgent =
            DisplayedTriage.first(triage(TriageLevel.TRI_2, SaturationScale.SCALE_1), AT);

    @Test
    void aCalmerLevelIsShownAfterFiveMinutes() {
        // given
        TriageAssessment calmer = triage(TriageLevel.TRI_4, SaturationScale.SCALE_1);

        // when
        DisplayedTriage before = urgent.then(calmer, AT.plusSeconds(1));
        DisplayedTriage after = before.then(calmer, AT.plusSeconds(1).plus(Duration.ofMinutes(5)));

        // then
        assertThat(before.triage().level()).isEqualTo(TriageLevel.TRI_2);
        assertThat(after.triage().level()).isEqualTo(TriageLevel.TRI_4);
    }

    @Test
    void aTriageOnAnotherSaturationScaleIsShownAtOnceAlsoWhenItIsCalmer() {
        // given
        TriageAssessment onScale2 = triage(TriageLevel.TRI_4, SaturationScale.SCALE_2);

        // when
        DisplayedTriage after = urgent.then(onScale2, AT.plusSeconds(1));

        // then
        assertThat(after.triage()).isEqualTo(onScale2);
        assertThat(after.changeFrom(urgent)).contains(onScale2);
    }

    private static TriageAssessment triage(TriageLevel level, SaturationScale scale) {
        return new TriageAssessment(level, 3, 3, scale, List.of(), List.of(), List.of(), "test");
    }
}
