package org.vigie.testing.story;

import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.Observation;
import org.vigie.schemas.ReadingRecord;

/** Tests that stories become the expected messages. */
class WardStoryTest {
    private final WardStory ward = new WardStory();

    @Test
    void aStoryBecomesOneMessageEachStep() {
        ward.bed("A3").heartRate("82 84 -").saturation("97 off 98").every(2, SECONDS);

        List<Observation> told = ward.observations();

        assertThat(told).extracting(Observation::getMessageId).containsExactly("A3-0", "A3-1", "A3-2");
        assertThat(told.get(1).getReceivedTime()).isEqualTo(WardStory.START.plusSeconds(2));
        assertThat(told.get(1).getReadings())
                .extracting(ReadingRecord::getVariable, ReadingRecord::getValue, ReadingRecord::getText)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("hr", 84.0, null),
                        org.assertj.core.groups.Tuple.tuple("spo2", null, "off"));
        assertThat(told.get(2).getReadings()).hasSize(1);
    }

    @Test
    void bedsShareOneClock() {
        ward.bed("A3").heartRate("80 81").every(2, SECONDS);
        ward.bed("A4").silent(Duration.ofSeconds(1)).heartRate("70").every(1, SECONDS);

        assertThat(ward.observations()).extracting(Observation::getBed).containsExactly("REA/A3", "REA/A4", "REA/A3");
    }

    @Test
    void aMessageThatComesAgainIsTheSameButForItsReceivedTime() {
        ward.bed("A3").heartRate("80").every(1, SECONDS).again();

        List<Observation> told = ward.observations();

        assertThat(told.get(1).getMessageId()).isEqualTo(told.get(0).getMessageId());
        assertThat(told.get(1).getReceivedTime()).isAfter(told.get(0).getReceivedTime());
    }
}
