package org.vigie.training.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CohortOutcomesTest {
    private static final String HEAD = "RecordID,SAPS-I,SOFA,Length_of_stay,Survival,In-hospital_death\n";

    @TempDir
    Path folder;

    @Test
    void deathInHospitalIsTheLastColumnNotTheSurvivalInDays() throws IOException {
        // when
        CohortOutcomes outcomes = CohortOutcomes.read(file(HEAD + "1,6,1,5,-1,0\n2,16,8,8,3,1\n3,7,1,9,575,0\n"));

        // then
        assertThat(outcomes.died(1)).isFalse();
        assertThat(outcomes.died(2)).isTrue();
        assertThat(outcomes.died(3)).isFalse();
    }

    @Test
    void whatMinusOneStandsForIsNotKnown() throws IOException {
        // when
        CohortOutcomes outcomes = CohortOutcomes.read(file(HEAD + "1,6,1,-1,-1,0\n2,16,8,8,3,1\n"));

        // then
        assertThat(outcomes.of(1)).isEqualTo(StayOutcome.of(false));
        assertThat(outcomes.of(2)).isEqualTo(new StayOutcome(true, 8, 3));
    }

    @Test
    void aStayWithoutAnOutcomeIsNotTakenForASurvivor() throws IOException {
        // given
        CohortOutcomes outcomes = CohortOutcomes.read(file(HEAD + "1,6,1,5,-1,0\n"));

        // when, then
        assertThatThrownBy(() -> outcomes.died(2)).hasMessageContaining("no outcome for stay 2");
    }

    @Test
    void aLineThatIsNoOutcomeIsRefused() throws IOException {
        // given
        Path file = file(HEAD + "1,6,1,5,-1,-1\n");

        // when, then
        assertThatThrownBy(() -> CohortOutcomes.read(file)).hasMessageContaining("not an outcome: 1,6,1,5,-1,-1");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("Outcomes.txt"), text);
    }
}
