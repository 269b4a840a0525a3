package org.vigie.bench.ward;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertKind;
import org.vigie.schemas.AlertState;
import org.vigie.schemas.Command;
import org.vigie.schemas.CommandKind;

/** Answers alarms by a fixed rule: the alarms about patients are counted, and the count says what is asked about each. */
final class ScriptedClinician {
    private static final Duration LOOKS = Duration.ofSeconds(20);

    private int raised;
    private int asked;

    /** What is asked whatever happens. */
    List<Command> unprompted(String one, String other, Instant live) {
        Map<String, String> lowSpo2 = Map.of("variable", "spo2", "side", "BELOW", "priority", "MEDIUM", "limit", "86");
        Map<String, String> highRate = Map.of("variable", "hr", "side", "ABOVE", "priority", "MEDIUM", "limit", "110");
        return List.of(
                command(one, null, CommandKind.SET_LIMIT, "physician", live.plusSeconds(40))
                        .setArguments(lowSpo2)
                        .build(),
                command(other, null, CommandKind.SET_LIMIT, "physician", live.plusSeconds(50))
                        .setArguments(highRate)
                        .setExpiresAt(live.plusSeconds(700))
                        .build(),
                command(other, null, CommandKind.SET_LIMIT, "nurse", live.plusSeconds(60))
                        .setArguments(highRate)
                        .build(),
                command(other, "no-such-alert", CommandKind.ACKNOWLEDGE, "nurse", live.plusSeconds(70))
                        .build(),
                command("no-such-stay", "no-such-alert", CommandKind.ACKNOWLEDGE, "nurse", live.plusSeconds(80))
                        .build());
    }

    /** What is asked about an entry of the ledger; nothing about most. */
    List<Command> answers(Alert entry, Instant now) {
        if (entry.getState() != AlertState.RAISED || entry.getKind() == AlertKind.PREDICTED) {
            return List.of();
        }
        Instant at = now.plus(LOOKS);
        String stay = entry.getStay();
        String alert = entry.getAlert();
        return switch (raised++ % 6) {
            case 0 -> acknowledgedTwice(stay, alert, at);
            case 1 ->
                List.of(
                        command(stay, alert, CommandKind.PAUSE_AUDIO, "nurse", at)
                                .setExpiresAt(at.plusSeconds(30))
                                .build(),
                        command(stay, alert, CommandKind.FEEDBACK, "nurse", at.plusSeconds(10))
                                .setArguments(Map.of("verdict", "USEFUL"))
                                .build());
            case 2 ->
                List.of(
                        command(stay, alert, CommandKind.SHELVE, "nurse", at).build(),
                        command(stay, alert, CommandKind.SHELVE, "physician", at.plusSeconds(5))
                                .setExpiresAt(at.plusSeconds(305))
                                .build(),
                        command(stay, alert, CommandKind.UNSHELVE, "nurse", at.plusSeconds(60))
                                .build());
            case 3 ->
                List.of(
                        command(stay, alert, CommandKind.PAUSE_AUDIO, "nurse", at)
                                .setExpiresAt(at.plusSeconds(100))
                                .build(),
                        command(stay, alert, CommandKind.RESUME_AUDIO, "nurse", at.plusSeconds(15))
                                .build());
            case 4 ->
                List.of(command(stay, alert, CommandKind.FEEDBACK, "nurse", at.plusSeconds(200))
                        .setArguments(Map.of("verdict", "ARTEFACT"))
                        .build());
            default -> List.of();
        };
    }

    private List<Command> acknowledgedTwice(String stay, String alert, Instant at) {
        Command acknowledge =
                command(stay, alert, CommandKind.ACKNOWLEDGE, "nurse", at).build();
        return List.of(
                acknowledge,
                acknowledge,
                command(stay, alert, CommandKind.LATCH_RESET, "nurse", at.plusSeconds(120))
                        .build());
    }

    private Command.Builder command(String stay, String alert, CommandKind kind, String role, Instant at) {
        return Command.newBuilder()
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
