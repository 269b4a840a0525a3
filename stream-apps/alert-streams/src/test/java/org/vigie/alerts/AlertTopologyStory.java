package org.vigie.alerts;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;

/** Runs the topology, with scores of one stay. */
abstract class AlertTopologyStory {
    static final Map<String, Double> WELL =
            Map.of("hr", 70.0, "spo2", 97.0, "rr", 16.0, "abp_sys", 120.0, "abp_mean", 85.0, "temp", 37.0);

    static final Map<String, Double> DESATURATED =
            Map.of("hr", 95.0, "spo2", 84.0, "rr", 22.0, "abp_sys", 120.0, "abp_mean", 85.0, "temp", 37.0);

    AlertTopologyDriver alerts = new AlertTopologyDriver();

    @AfterEach
    void close() {
        alerts.close();
    }

    static List<Alert> raised(List<Alert> ledger) {
        return ledger.stream()
                .filter(alert -> alert.getState() == AlertStateRecord.RAISED)
                .toList();
    }
}
