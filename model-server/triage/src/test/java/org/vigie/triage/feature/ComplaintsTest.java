package org.vigie.triage.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ComplaintsTest {
    @Test
    void wordOrderAndCaseDoNotMatter() {
        assertThat(Complaints.groups("Pain, chest")).contains("chest_pain", "pain");
        assertThat(Complaints.groups("ant. chest pain")).contains("chest_pain");
        assertThat(Complaints.groups("with chest discomfort")).contains("chest_pain", "discomfort");
    }

    @Test
    void theChestWallIsNotTheChest() {
        assertThat(Complaints.groups("chest wall pain, left"))
                .contains("chest_wall")
                .doesNotContain("chest_pain");
    }

    @Test
    void whatIsNotUnderstoodBelongsNowhere() {
        assertThat(Complaints.groups("????")).isEmpty();
        assertThat(Complaints.groups("")).isEmpty();
    }

    @Test
    void everyGroupHasANameOfItsOwnAmongTheFeatures() {
        List<String> names = Features.names(Evidence.COMPLAINT);

        assertThat(names).doesNotHaveDuplicates().containsAll(Complaints.all());
    }
}
