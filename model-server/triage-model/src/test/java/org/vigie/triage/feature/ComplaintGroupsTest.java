package org.vigie.triage.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ComplaintGroupsTest {
    @Test
    void wordOrderAndCaseDoNotMatter() {
        assertThat(ComplaintGroups.standard().of("Pain, chest")).contains("chest_pain", "pain");
        assertThat(ComplaintGroups.standard().of("ant. chest pain")).contains("chest_pain");
        assertThat(ComplaintGroups.standard().of("with chest discomfort")).contains("chest_pain", "discomfort");
    }

    @Test
    void theChestWallIsNotTheChest() {
        assertThat(ComplaintGroups.standard().of("chest wall pain, left"))
                .contains("chest_wall")
                .doesNotContain("chest_pain");
    }

    @Test
    void whatIsNotUnderstoodBelongsNowhere() {
        assertThat(ComplaintGroups.standard().of("????")).isEmpty();
        assertThat(ComplaintGroups.standard().of("")).isEmpty();
    }

    @Test
    void everyGroupHasANameOfItsOwnAmongTheFeatures() {
        // when
        List<String> names = new TriageFeatures(TriageEvidence.COMPLAINT).names();

        // then
        assertThat(names)
                .doesNotHaveDuplicates()
                .containsAll(ComplaintGroups.standard().all());
    }
}
