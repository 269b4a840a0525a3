package org.vigie.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.schemas.AlarmCommandRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.CommandTypeRecord;

/** A story of three stays with everything that a state can hold. It stops in the middle, where an upgrade happens, and goes on. */
final class EarlierAlertStory {
    private static final Map<String, Double> WELL =
            new TreeMap<>(Map.of("hr", 70.0, "spo2", 97.0, "rr", 15.0, "abp_sys", 120.0, "temp", 37.0));
    private static final Map<String, Double> ILL =
            new TreeMap<>(Map.of("hr", 145.0, "spo2", 84.0, "rr", 15.0, "abp_sys", 120.0, "temp", 37.0));
    private static final int UPGRADE = 120;

    private final AlertTopologyDriver alerts;
    private final List<CleanObservation> handled = new EarlierReleaseBed("stay-1", "REA/1")
            .tell(10, WELL)
            .tell(60, ILL)
            .clock(Duration.ofHours(-1))
            .tell(230, ILL)
            .told();
    private final List<CleanObservation> shelved = new EarlierReleaseBed("stay-2", "REA/2")
            .tell(10, WELL)
            .tell(105, ILL)
            .tell(100, WELL)
            .told();
    private final List<CleanObservation> left = new EarlierReleaseBed("stay-3", "REA/3")
            .tell(10, WELL)
            .tell(20, ILL)
            .told();
    private int commands;

    EarlierAlertStory(AlertTopologyDriver alerts) {
        this.alerts = alerts;
    }

    /** Plays the story until the upgrade. Returns the ledger so far. */
    List<Alert> playBefore() {
        alerts.tell(EarlierReleaseBed.stays("stay-1", "REA/1", null))
                .tell(EarlierReleaseBed.stays("stay-2", "REA/2", null));
        alerts.tell(left);
        alerts.tell(EarlierReleaseBed.stays("stay-3", "REA/3", at(40)));
        alerts.pass(Duration.ofSeconds(12));
        alerts.tell(handled.subList(0, 40)).tell(shelved.subList(0, 40));
        List<Alert> raised = alerts.ledger();
        command("stay-1", CommandTypeRecord.PAUSE_AUDIO, alarm(raised, "stay-1", "spo2_low"), at(130), Map.of());
        command("stay-1", CommandTypeRecord.ACKNOWLEDGE, alarm(raised, "stay-1", "hr_high"), null, Map.of());
        command("stay-2", CommandTypeRecord.SHELVE, alarm(raised, "stay-2", "hr_high"), at(300), Map.of());
        command("stay-2", CommandTypeRecord.SET_LIMIT, "", null, limit("88"));
        alerts.tell(EarlierReleaseBed.risk("stay-2", 0.4, at(20)));
        alerts.tell(handled.subList(40, UPGRADE)).tell(shelved.subList(40, UPGRADE));
        return raised;
    }

    /** Plays the rest. The last records before the upgrade come again. */
    void playAfter(List<Alert> raised) {
        commands = 4;
        alerts.tell(EarlierReleaseBed.stays("stay-2", "REA/2", null))
                .tell(EarlierReleaseBed.stays("stay-3", "REA/3", at(40)));
        alerts.tell(handled.subList(UPGRADE - 5, handled.size()));
        alerts.tell(shelved.subList(UPGRADE - 5, shelved.size()));
        command("stay-2", CommandTypeRecord.FEEDBACK, alarm(raised, "stay-2", "spo2_low"), null, feedback());
        command("stay-1", CommandTypeRecord.LATCH_RESET, alarm(raised, "stay-1", "spo2_low"), null, Map.of());
        alerts.tell(EarlierReleaseBed.stays("stay-1", "REA/1", at(290)));
        alerts.pass(Duration.ofSeconds(12));
        alerts.pass(Duration.ofMinutes(10));
    }

    private void command(
            String stay, CommandTypeRecord kind, String alert, Instant expiresAt, Map<String, String> arguments) {
        alerts.ask(AlarmCommandRecord.newBuilder()
                .setCommand("c-" + commands++)
                .setStay(stay)
                .setAlert(alert)
                .setKind(kind)
                .setBy("n-1")
                .setRole(
                        kind == CommandTypeRecord.SET_LIMIT || kind == CommandTypeRecord.SHELVE ? "physician" : "nurse")
                .setReason("seen")
                .setAt(at(40))
                .setExpiresAt(expiresAt)
                .setArguments(arguments)
                .build());
    }

    private static Map<String, String> limit(String value) {
        return Map.of("variable", "spo2", "side", "BELOW", "priority", "MEDIUM", "limit", value);
    }

    private static Map<String, String> feedback() {
        return Map.of("verdict", "ARTEFACT");
    }

    private static String alarm(List<Alert> raised, String stay, String rule) {
        return raised.stream()
                .filter(entry -> entry.getStay().equals(stay) && entry.getRule().equals(rule))
                .map(Alert::getAlert)
                .findFirst()
                .orElseThrow();
    }

    private static Instant at(int second) {
        return EarlierReleaseBed.START.plusSeconds(second);
    }
}
