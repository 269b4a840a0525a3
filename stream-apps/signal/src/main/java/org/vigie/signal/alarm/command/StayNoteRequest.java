package org.vigie.signal.alarm.command;

import java.util.Optional;
import java.util.regex.Pattern;
import org.vigie.signal.text.LocalizedText;

/** Holds a command that records a note about a stay. The note ends with the stay or by another note, never by itself. */
public record StayNoteRequest(AlarmCommand command) {
    private static final Pattern NURSE = Pattern.compile("[\\p{L}\\p{N}._@-]{1,64}");
    private static final Pattern PERCENT = Pattern.compile("100|[1-9]?[0-9]");

    /** Returns the note in words; empty when an argument is missing or invalid, or an end is given. */
    public Optional<LocalizedText> text() {
        if (command.length().isPresent()) {
            return Optional.empty();
        }
        return switch (command.kind()) {
            case SET_TREATMENT_LIMITATION -> limitation();
            case ASSIGN_NURSE -> nurse(command.argument("nurse"));
            case RECORD_ESTIMATE -> estimate(command.argument("percent"));
            default -> Optional.empty();
        };
    }

    private Optional<LocalizedText> limitation() {
        LocalizedText text = switch (command.argument("limitation")) {
            case "NONE" -> new LocalizedText("Aucune limitation de traitement", "No limitation of treatment");
            case "LIMITATION" -> new LocalizedText("Limitation de traitement", "Limitation of treatment");
            case "WITHDRAWAL" -> new LocalizedText("Arrêt de traitement", "Withdrawal of treatment");
            default -> LocalizedText.EMPTY;
        };
        boolean complete =
                !text.equals(LocalizedText.EMPTY) && !command.reason().isBlank();
        return complete ? Optional.of(text) : Optional.empty();
    }

    private static Optional<LocalizedText> nurse(String name) {
        if (name.isEmpty()) {
            return Optional.of(new LocalizedText("Aucun soignant référent", "No nurse in charge"));
        }
        return NURSE.matcher(name).matches()
                ? Optional.of(new LocalizedText("Soignant référent : " + name, "Nurse in charge: " + name))
                : Optional.empty();
    }

    private static Optional<LocalizedText> estimate(String percent) {
        return PERCENT.matcher(percent).matches()
                ? Optional.of(new LocalizedText(
                        "Estimation du risque de décès à l'hôpital : " + percent + " %",
                        "Estimate of the risk of death in hospital: " + percent + " %"))
                : Optional.empty();
    }
}
