package org.vigie.alerts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.vigie.schemas.AlarmCommandRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.CommandTypeRecord;
import org.vigie.testing.story.WardStory;

/** Raises an alarm of one bed and gives commands to it. */
abstract class CommandTopologyStory {
    static final Map<String, Double> WELL = Map.of("hr", 70.0, "spo2", 97.0);
    static final Map<String, Double> DESATURATED = Map.of("hr", 70.0, "spo2", 84.0);

    AlertTopologyDriver alerts = new AlertTopologyDriver();
    final List<Alert> ledger = new ArrayList<>();

    final List<CleanObservation> told = new WardStory()
            .bed("1")
            .steady(10, WELL)
            .steady(50, DESATURATED)
            .steady(400, WELL)
            .cleanObservations();

    @AfterEach
    void close() {
        alerts.close();
    }

    List<Alert> ledger() {
        ledger.addAll(alerts.ledger());
        return ledger;
    }

    Alert last() {
        return ledger().get(ledger.size() - 1);
    }

    Alert raised() {
        alerts.tell(told.subList(0, 30));
        return last();
    }

    static AlarmCommandRecord.Builder command(String id, CommandTypeRecord kind, String alert) {
        return AlarmCommandRecord.newBuilder()
                .setCommand(id)
                .setStay("stay-1")
                .setAlert(alert)
                .setKind(kind)
                .setBy("n-1")
                .setRole("nurse")
                .setReason("seen")
                .setAt(WardStory.START.plusSeconds(29).plusMillis(7));
    }
}
