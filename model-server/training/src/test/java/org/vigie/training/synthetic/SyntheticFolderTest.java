package org.vigie.training.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.training.cohort.Physionet2012CohortReader;
import org.vigie.training.cohort.RecordedStay;
import org.vigie.training.feature.LabelledStay;
import org.vigie.training.label.CohortOutcomes;

class SyntheticFolderTest {
    @TempDir
    Path folder;

    @Test
    void syntheticStaysAreReadAsRecordedOnesAre() throws IOException {
        // given
        List<LabelledStay> stays = SampleStays.of(4, 1);
        SyntheticFolder synthesis = new SyntheticFolder(folder);

        // when
        synthesis.write(stays, SampleStays.of(6, 2));

        // then
        List<RecordedStay> read = Physionet2012CohortReader.read(
                        "s", synthesis.shared().resolve("set-a"))
                .recordings();
        CohortOutcomes outcomes = CohortOutcomes.read(synthesis.shared().resolve("Outcomes-a.txt"));
        assertThat(read).hasSize(4);
        assertThat(read.get(0).statics()).isEqualTo(stays.get(0).stay().statics());
        assertThat(outcomes.died(4)).isTrue();
        assertThat(outcomes.died(3)).isFalse();
    }

    @Test
    void theMembersLieInThePrivatePart() throws IOException {
        // given
        SyntheticFolder synthesis = new SyntheticFolder(folder);

        // when
        synthesis.write(SampleStays.of(2, 1), SampleStays.of(3, 2));

        // then
        assertThat(synthesis.members()).containsExactly(1, 2, 3);
        assertThat(folder.resolve("private/members.csv")).exists();
        assertThat(folder.resolve("shared/members.csv")).doesNotExist();
    }
}
