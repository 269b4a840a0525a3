package org.vigie.replay.passport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.Alert;
import org.vigie.testing.story.WardStory;

class RecordDifferenceTest {
    private final Alert recorded =
            new WardStory().bed("1").alert("a1").raisedAt(WardStory.at(35)).raised();

    @Test
    void equalRecordsHaveNoDifference() {
        assertThat(new RecordDifference(Set.of(), 0).first(recorded, copy())).isEmpty();
    }

    @Test
    void theFirstFieldThatDiffersIsNamedWithBothValues() {
        // given
        Alert computed = copy();
        computed.setRule("hr_low");
        computed.setMessageEn("other");

        // then
        assertThat(new RecordDifference(Set.of(), 0).first(recorded, computed))
                .contains("rule: recorded " + recorded.getRule() + ", computed hr_low");
    }

    @Test
    void aFieldOfACauseIsNamedWithItsPlace() {
        // given
        Alert computed = copy();
        computed.getCauses().get(0).setValue(1.5);

        // then
        assertThat(new RecordDifference(Set.of(), 0).first(recorded, computed))
                .hasValueSatisfying(first -> assertThat(first).startsWith("causes[0].value: recorded "));
    }

    @Test
    void listsOfDifferentLengthDiffer() {
        // given
        Alert computed = copy();
        computed.setCauses(List.of());

        // then
        assertThat(new RecordDifference(Set.of(), 0).first(recorded, computed))
                .hasValueSatisfying(first -> assertThat(first).startsWith("causes: recorded "));
    }

    @Test
    void numbersWithinTheToleranceAndLeftOutFieldsAreEqual() {
        // given
        Alert computed = copy();
        recorded.setValue(100.0);
        computed.setValue(100.00001);
        computed.setHash("other");

        // then
        assertThat(new RecordDifference(Set.of("hash"), 1e-6).first(recorded, computed))
                .isEmpty();
        assertThat(new RecordDifference(Set.of("hash"), 0).first(recorded, computed))
                .isPresent();
    }

    private Alert copy() {
        return Alert.newBuilder(recorded).build();
    }
}
