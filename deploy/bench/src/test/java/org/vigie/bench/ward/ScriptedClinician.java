package org.vigie.bench.ward;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.vigie.schemas.AlarmCommandRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertKind;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.CommandTypeRecord;

/** Answers alarms by a fixed rule: it counts the alarms about patients, and the count decides the answer to each. */
final class ScriptedClinician {
    private static final Duration LOOKS = Duration.ofSeconds(20);

    private int raised;
    private int asked;

    /** What is asked whatever happens. */
    List<AlarmCommandRecord> unprompted(String one, String other, Instant live) {
        Map<String, String> lowSpo2 = Map.of("variable", "spo2", "side", "BELOW", "priority", "MEDIUM", "limit", "86");
        Map<String, String> highRate = Map.of("variable", "hr", "side", "ABOVE", "priority", "MEDIUM", "limit", "110");
        return List.of(
                command(one, null, CommandTypeRecord.SET_LIMIT, "physician", live.plusSeconds(40))
                        .setArguments(lowSpo2)
                        .build(),
                command(other, null, CommandTypeRecord.SET_LIMIT, "physician", live.plusSeconds(50))
                        .setArguments(highRate)
                        .setExpiresAt(live.plusSeconds(700))
                        .build(),
                command(other, null, CommandTypeRecord.SET_LIMIT, "nurse", live.plusSeconds(60))
                        .setArguments(highRate)
                        .build(),
                command(other, "no-such-alert", CommandTypeRecord.ACKNOWLEDGE, "nurse", live.plusSeconds(70))
                        .build(),
                command("no-such-stay", "no-such-alert", CommandTypeRecord.ACKNOWLEDGE, "nurse", live.plusSeconds(80))
                        .build());
    }

    /** What is asked about an entry of the ledger; nothing about most. */
    List<AlarmCommandRecord> answers(Alert entry, Instant now) {
        if (entry.getState() != AlertStateRecord.RAISED || entry.getKind() == AlertKind.PREDICTED) {
            return List.of();
        }
        Instant at = now.plus(LOOKS);
        String stay = entry.getStay();
        String alert = entry.getAlert();
        return switch (raised++ % 6) {
            case 0 -> acknowledgedTwice(stay, alert, at);
            case 1 ->
                List.of(
                        command(stay, alert, CommandTypeRecord.PAUSE_AUDIO, "nurse", at)
                                .setExpiresAt(at.plusSeconds(30))
                                .build(),
                        command(stay, alert, CommandTypeRecord.FEEDBACK, "nurse", at.plusSeconds(10))
                                .setArguments(Map.of("verdict", "USEFUL"))
                                .build());
            case 2 ->
                List.of(
                        command(stay, alert, CommandTypeRecord.SHELVE, "nurse", at)
                                .build(),
                        command(stay, alert, CommandTypeRecord.SHELVE, "physician", at.plusSeconds(5))
                                .setExpiresAt(at.plusSeconds(305))
                                .build(),
                        command(stay, alert, CommandTypeRecord.UNSHELVE, "nurse", at.plusSeconds(60))
                                .build());
            case 3 ->
                List.of(
                        command(stay, alert, CommandTypeRecord.PAUSE_AUDIO, "nurse", at)
                                .setExpiresAt(at.plusSeconds(100))
                                .build(),
                        command(stay, alert, CommandTypeRecord.RESUME_AUDIO, "nurse", at.plusSeconds(15))
                                .build());
            case 4 ->
                List.of(command(stay, alert, CommandTypeRecord.FEEDBACK, "nurse", at.plusSeconds(200))
                        .setArguments(Map.of("verdict", "ARTEFACT"))
                        .build());
            default -> List.of();
        };
    }

    private List<AlarmCommandRecord> acknowledgedTwice(String stay, String alert, Instant at) {
        AlarmCommandRecord acknowledge =
                command(stay, alert, CommandTypeRecord.ACKNOWLEDGE, "nurse", at).build();
        return List.of(
                acknowledge,
                acknowledge,
                command(stay, alert, CommandTypeRecord.LATCH_RESET, "nurse", at.plusSeconds(120))
                        .build());
    }

    private AlarmCommandRecord.Builder command(
            String stay, String alert, CommandTypeRecord kind, String role, Instant at) {
        return AlarmCommandRecord.newBuilder()
                .setCommand("command-" + ++asked)
                .setStay(stay)
                .setAlert(alert)
                .setKind(kind)
                .setBy("user-1")
                .setRole(role)
                .setReason("seen")
                .setAt(at);
    }
}
