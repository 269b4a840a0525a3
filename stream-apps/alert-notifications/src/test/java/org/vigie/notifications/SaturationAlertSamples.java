package org.vigie.notifications;

import java.time.Instant;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.testing.story.BedStory;
import org.vigie.testing.story.WardStory;

/** Creates the transitions of one alarm about a low saturation, as entries of the ledger. */
public final class SaturationAlertSamples {
    public static final Instant RAISED = WardStory.at(15);

    private static final BedStory BED = new WardStory().bed("REA/03", "stay-1");

    private SaturationAlertSamples() {}

    public static Alert of(String alert, AlertStateRecord state, AlarmPriorityRecord priority) {
        Alert entry = BED.alert(alert)
                .priority(priority)
                .message("SpO2 84 % < 90 % depuis 15 s | à vérifier", "SpO2 84 % < 90 % for 15 s")
                .entry(state, RAISED);
        entry.setClearedAt(state == AlertStateRecord.CLEARED ? RAISED.plusSeconds(60) : null);
        entry.setSequence(3);
        entry.setHash(alert + "-" + state + "-hash");
        return entry;
    }

    public static Alert raised(String alert) {
        return of(alert, AlertStateRecord.RAISED, AlarmPriorityRecord.HIGH);
    }

    public static Alert cleared(String alert) {
        return of(alert, AlertStateRecord.CLEARED, AlarmPriorityRecord.HIGH);
    }
}
