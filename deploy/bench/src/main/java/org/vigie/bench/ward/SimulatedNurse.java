package org.vigie.bench.ward;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.schemas.AlarmCommandRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.CommandTypeRecord;

/**
 * Answers the calls of incidents: some minutes after a call the nurse is at the bed and acknowledges what is open there. A latched alarm is
 * reset too. The nurse treats nobody, so a condition lasts as long as its script.
 */
final class SimulatedNurse {
    /**
     * Adjusted median response time with one nurse for one patient: 3.5 minutes (Bonafide et al. JAMA Pediatr 2017;171:524). The ward of
     * that study was a ward for children; no such time was found for adults.
     */
    static final Duration RESPONSE = Duration.ofSeconds(210);

    private static final String ROLE = "nurse";

    private final Duration response;
    /** Holds the open alarms of incidents by stay, each with true when it is latched. */
    private final Map<String, Map<String, Boolean>> open = new TreeMap<>();
    /** Holds when the nurse is at the bed of a stay. */
    private final Map<String, Instant> arrivals = new TreeMap<>();

    private int commands;

    /** @param response time from a call to the answer; zero when nobody answers */
    SimulatedNurse(Duration response) {
        this.response = response;
    }

    /** Reads the newest entry of the ledger. A call that comes while the nurse is on the way to the bed is answered together. */
    void read(Alert entry) {
        if (entry.getIncident() == null) {
            return;
        }
        keep(entry);
        if (!response.isZero() && entry.getIncident().getNewCall() != null) {
            arrivals.putIfAbsent(entry.getStay(), entry.getAt().plus(response));
        }
    }

    private void keep(Alert entry) {
        Map<String, Boolean> alarms = open.computeIfAbsent(entry.getStay(), stay -> new LinkedHashMap<>());
        if (entry.getState() == AlertStateRecord.CLEARED) {
            alarms.remove(entry.getAlert());
        } else if (entry.getState() == AlertStateRecord.LATCHED) {
            alarms.put(entry.getAlert(), true);
        } else {
            alarms.putIfAbsent(entry.getAlert(), false);
        }
    }

    /** Returns the commands that the nurse gives up to {@code now}. */
    List<AlarmCommandRecord> answersUntil(Instant now) {
        List<AlarmCommandRecord> answers = new ArrayList<>();
        arrivals.entrySet().removeIf(arrival -> {
            boolean due = !arrival.getValue().isAfter(now);
            if (due) {
                answers.addAll(answers(arrival.getKey(), arrival.getValue()));
            }
            return due;
        });
        return answers;
    }

    private List<AlarmCommandRecord> answers(String stay, Instant at) {
        Map<String, Boolean> alarms = open.getOrDefault(stay, Map.of());
        List<AlarmCommandRecord> answers = new ArrayList<>();
        alarms.keySet().stream()
                .findFirst()
                .ifPresent(alert -> answers.add(command(stay, alert, CommandTypeRecord.ACKNOWLEDGE_INCIDENT, at)));
        alarms.forEach((alert, latched) -> {
            if (latched) {
                answers.add(command(stay, alert, CommandTypeRecord.LATCH_RESET, at));
            }
        });
        return answers;
    }

    private AlarmCommandRecord command(String stay, String alert, CommandTypeRecord kind, Instant at) {
        return AlarmCommandRecord.newBuilder()
                .setCommand("nurse-" + ++commands)
                .setStay(stay)
                .setAlert(alert)
                .setKind(kind)
                .setBy("nurse-1")
                .setRole(ROLE)
                .setAt(at)
                .build();
    }
}
