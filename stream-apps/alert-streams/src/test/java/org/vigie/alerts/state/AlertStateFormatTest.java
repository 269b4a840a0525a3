package org.vigie.alerts.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.alerts.state.record.StayOutputStateRecord;
import org.vigie.alerts.state.record.StayStateRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.TriageAssessmentRecord;

/** Tests that every released state schema stays as it was released, and readable. */
class AlertStateFormatTest {
    @Test
    void theSchemasThatAreWrittenNowAreReleasedAndReadAllEarlierOnes() {
        assertThat(AlertStateFormat.SCHEMAS.problems(List.of(
                        StayStateRecord.getClassSchema(),
                        StayOutputStateRecord.getClassSchema(),
                        Alert.getClassSchema(),
                        TriageAssessmentRecord.getClassSchema())))
                .isEmpty();
    }
}
