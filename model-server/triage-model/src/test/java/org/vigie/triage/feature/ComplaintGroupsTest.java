package org.vigie.triage.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ComplaintGroupsTest {
    @Test
    void wordOrderAndCaseDoNotMatter() {
        assertThat(ComplaintGroups.groups("Pain, chest")).contains("chest_pain", "pain");
        assertThat(ComplaintGroups.groups("ant. chest pain")).contains("chest_pain");
        assertThat(ComplaintGroups.groups("with chest discomfort")).contains("chest_pain", "discomfort");
    }

    @Test
    void theChestWallIsNotTheChest() {
        assertThat(ComplaintGroups.groups("chest wall pain, left"))
                .contains("chest_wall")
                .doesNotContain("chest_pain");
    }

    @Test
    void whatIsNotUnderstoodBelongsNowhere() {
        assertThat(ComplaintGroups.groups("????")).isEmpty();
        assertThat(ComplaintGroups.groups("")).isEmpty();
    }

    @Test
    void everyGroupHasANameOfItsOwnAmongTheFeatures() {
        List<String> names = TriageFeatures.names(TriageEvidence.COMPLAINT);

        assertThat(names).doesNotHaveDuplicates().containsAll(ComplaintGroups.all());
    }
}
