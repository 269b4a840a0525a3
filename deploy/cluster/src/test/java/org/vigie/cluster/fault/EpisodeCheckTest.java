package org.vigie.cluster.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.Alert;
import org.vigie.schemas.Truth;
import org.vigie.schemas.TruthKind;
import org.vigie.testing.story.BedStory;
import org.vigie.testing.story.WardStory;

/** Tests how true episodes and alarms are compared. */
class EpisodeCheckTest {
    private final BedStory bed = new WardStory().bed("REA/01", "stay-1");
    private final Truth desaturation = Truth.newBuilder()
            .setTruth("t1")
            .setBed("REA/01")
            .setStay("stay-1")
            .setKind(TruthKind.DETERIORATION)
            .setVariable("spo2")
            .setFrom(WardStory.START)
            .setUntil(WardStory.at(100))
            .setDetail("desaturation")
            .build();

    @Test
    void anEpisodeWithOneAlarmIsNeitherLostNorDoubled() {
        // given
        Alert alarm = bed.alert("a1").raisedAt(WardStory.at(30)).raised();

        // when
        EpisodeCount count = EpisodeCheck.count(List.of(desaturation), List.of(alarm, alarm));

        // then
        assertThat(count).isEqualTo(new EpisodeCount(1, 0, 0));
    }

    @Test
    void anEpisodeWithoutAnAlarmOfItsVariableIsLost() {
        // given
        Alert other =
                bed.alert("a1").rule("hr_high", "hr").raisedAt(WardStory.at(30)).raised();
        Alert late = bed.alert("a2").raised();
        late.setOnset(WardStory.at(161));

        // when
        EpisodeCount count = EpisodeCheck.count(List.of(desaturation), List.of(other, late));

        // then
        assertThat(count).isEqualTo(new EpisodeCount(1, 1, 0));
    }

    @Test
    void aSecondAlarmOfAnEpisodeIsDoubled() {
        // given
        Alert first = bed.alert("a1").raisedAt(WardStory.at(30)).raised();
        Alert second = bed.alert("a2").raisedAt(WardStory.at(90)).raised();

        // when
        EpisodeCount count = EpisodeCheck.count(List.of(desaturation), List.of(first, second));

        // then
        assertThat(count).isEqualTo(new EpisodeCount(1, 0, 1));
    }
}
